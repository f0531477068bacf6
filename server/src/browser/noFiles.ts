// Stands in for node:fs in the browser build: gray-matter requires it for a function that we never call.

export default {};
