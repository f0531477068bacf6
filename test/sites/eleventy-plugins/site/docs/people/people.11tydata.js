export default { eleventyComputed: { permalink: "/team/{{ page.fileSlug }}/" } };
