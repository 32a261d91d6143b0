/**
 * The search of every page: Ctrl+K, or Cmd+K, and the masthead's button open it. The script behind it loads when it is first opened. In a frame and on a
 * class's board there is no button and no search, and in presenter mode the keys do nothing: the audience would see it.
 */
export function startSearch() {
    const button = document.getElementById("search-button");
    if (!button) {
        return;
    }
    const open = async () => (await import("./search/search.js")).open();
    button.addEventListener("click", open);
    document.addEventListener("keydown", (event) => {
        const pressed = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
        if (!pressed || event.defaultPrevented || document.documentElement.hasAttribute("data-presenting") || document.querySelector("dialog[open]")) {
            return;
        }
        event.preventDefault();
        void open();
    });
}
