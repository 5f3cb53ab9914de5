// Every word on screen that does not come from Rust, in one typed table.

import { frame } from "./words/frame";
import { gcis } from "./words/gcis";
import { move } from "./words/move";
import { registration } from "./words/registration";
import { route } from "./words/route";
import { salesforce } from "./words/salesforce";
import { start } from "./words/start";
import { verify } from "./words/verify";

export const words = {
  ...frame,
  ...start,
  ...route,
  ...salesforce,
  ...verify,
  ...gcis,
  ...registration,
  ...move,
} as const;
