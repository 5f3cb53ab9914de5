// jsforce signs in and asks the questions, one by one or all at once, whenever a line comes in.
"use strict";

const readline = require("node:readline");
const { performance } = require("node:perf_hooks");
const jsforce = require("jsforce");
const { setDispatcher } = require("jsforce/lib/request");

const { PRACTICE, QUESTIONS, WAY } = process.env;
const practice = JSON.parse(PRACTICE);
const questions = JSON.parse(QUESTIONS);

async function round() {
  // Connections of the round before are left behind.
  setDispatcher();
  const connection = new jsforce.Connection({
    oauth2: {
      loginUrl: `https://${practice.myDomain}`,
      clientId: practice.consumerKey,
      clientSecret: practice.consumerSecret,
    },
  });
  const ask = async (path) => {
    // Throws at any answer that is not a good one.
    await connection.request(path);
  };

  const start = performance.now();
  const { username, password, securityToken } = practice;
  const user = await connection.login(username, password + securityToken);
  const paths = questions.map((path) => path.replace("USER_ID", user.id));
  if (WAY === "at once") {
    await Promise.all(paths.map(ask));
  } else {
    for (const path of paths) await ask(path);
  }
  return { ms: performance.now() - start };
}

async function rounds() {
  for await (const _ of readline.createInterface({ input: process.stdin })) {
    const took = await round().catch((error) => ({ trouble: String(error) }));
    console.log(JSON.stringify(took));
  }
  process.exit(0);
}

rounds();
