// The page's one entry: the stage, its widgets, and what every page has.
import "./stage.js";
import "./widgets/notice/notice.js";
import "./widgets/readout/readout.js";
import "./widgets/timeline/timeline.js";
import "./widgets/value/value.js";
import { startAddress } from "./address.js";
import { startEdits } from "./edits.js";
import { startInside } from "./inside.js";
import { startLater } from "./later.js";
import { startOffline } from "./offline.js";
import { startPresenting } from "./present.js";
import { startSandbox } from "./sandbox.js";
import { startSearch } from "./search-button.js";
import { startShortcuts } from "./shortcuts.js";
import { startSwaps } from "./swaps.js";
import { startThemeButton } from "./theme-button.js";

startLater();
startAddress();
startSandbox();
startInside();
startOffline();
startThemeButton();
startPresenting();
startShortcuts();
startSearch();
startSwaps();
startEdits();
