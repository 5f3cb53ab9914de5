// What jsforce finds out by the way of signing in that ASK names, as one line of JSON.
"use strict";

const jsforce = require("jsforce");

const { LOGIN_URL, ASK, PRACTICE } = process.env;
const practice = JSON.parse(PRACTICE);

const connectedApp = [practice.consumerKey, practice.consumerSecret];
const externalClientApp = [practice.ecaConsumerKey, practice.ecaConsumerSecret];
const [clientId, clientSecret] =
  ASK === "client_credentials" ? externalClientApp : connectedApp;

const connection = new jsforce.Connection({
  oauth2: { loginUrl: LOGIN_URL, clientId, clientSecret },
});

const { username } = practice;
const password = practice.password + practice.securityToken;

const ways = {
  login: () => connection.login(username, password),
  authorize: () => connection.authorize({ grant_type: "password", username, password }),
  client_credentials: () => connection.authorize({ grant_type: "client_credentials" }),
  wrong: () => connection.login(username, `${password}x`),
};

async function batch() {
  const at = `v${connection.version}`;
  const url = `/services/data/${at}/composite/batch`;
  const soql = encodeURIComponent("SELECT Id FROM Organization");
  const batchRequests = [
    { method: "GET", url: `${at}/limits` },
    { method: "GET", url: `${at}/query?q=${soql}` },
  ];
  const answer = await connection.requestPost(url, { batchRequests });
  return answer.results.map((one) => one.statusCode);
}

async function found() {
  const user = await ways[ASK]();
  const organization = await connection.query("SELECT Id, Name, IsSandbox FROM Organization");
  const users = await connection.query(`SELECT Id, Username, IsActive FROM User WHERE Id = '${user.id}'`);
  const limits = await connection.limits();
  return {
    user,
    instanceUrl: connection.instanceUrl,
    version: connection.version,
    organization: organization.records,
    users: users.records,
    limits: limits.DailyApiRequests,
    batch: await batch(),
  };
}

found()
  .catch((error) => ({ thrown: error.name, message: error.message }))
  .then((answer) => console.log(JSON.stringify(answer)));
