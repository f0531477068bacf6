export default {
  index: "Overview",
  pay: "Pay",
  leave: "Leave",
};
