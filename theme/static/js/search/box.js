// placeholder
import { createFinder } from "./finder.js";
