// The parts of a lesson's page beyond its stage: a scene, questions, runs that are kept, links to other scenes.
import "./lesson/board-tools.js";
import "./lesson/question.js";
import "./lesson/scene.js";
import { startKeeping } from "./kept/kept-runs.js";
import { startTravel } from "./lesson/travel.js";

startKeeping();
startTravel();
