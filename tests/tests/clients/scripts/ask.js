// What jsforce finds out by the way of signing in that ASK names, as one line of JSON.
"use strict";

const jsforce = require("jsforce");

const { LOGIN_URL, ASK, PRACTICE } = process.env;
const practice = JSON.parse(PRACTICE);

const connection = new jsforce.Connection({
  oauth2: {
    loginUrl: LOGIN_URL,
    clientId: practice.consumerKey,
    clientSecret: practice.consumerSecret,
  },
});

const password = practice.password + practice.securityToken;

const ways = {
  login: () => connection.login(practice.username, password),
  authorize: () =>
    connection.authorize({ grant_type: "password", username: practice.username, password }),
  wrong: () => connection.login(practice.username, `${password}x`),
};

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
  };
}

found()
  .catch((error) => ({ thrown: error.name, message: error.message }))
  .then((answer) => console.log(JSON.stringify(answer)));
