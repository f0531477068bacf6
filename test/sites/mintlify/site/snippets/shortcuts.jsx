export const Shortcuts = () => <ul id="save" />;
