// gray-matter wants Node's Buffer as a global; a worker has none, so the browser build puts this one in its place.

export { Buffer } from "buffer/";
