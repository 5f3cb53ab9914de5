// Every word on screen that does not come from Rust, in one typed table.

import { frame } from "./words/frame";
import { gcis } from "./words/gcis";
import { salesforce } from "./words/salesforce";
import { start } from "./words/start";

export const words = { ...frame, ...start, ...salesforce, ...gcis } as const;
