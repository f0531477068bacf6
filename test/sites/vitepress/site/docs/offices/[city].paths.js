export default {
  paths() {
    return [{ params: { city: "lisbon" } }, { params: { city: "porto" } }];
  },
};
