export default { permalink: (data) => `/g/${data.page.fileSlug}/` };
