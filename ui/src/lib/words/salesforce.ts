// The pages of the Salesforce group but the last, the verification.

export const salesforce = {
  app: {
    title: {
      connected_app: "Create the connected app",
      external_client_app: "Create the external client app",
    },
    before: "Good to know first",
    linksLater:
      "The page can be opened from here once your My Domain host is the Login URL on the Credentials page.",
    missing: "No New Connected App button?",
    otherWay: "Change how GCIS signs in",
    settings: "All settings",
    leave: "Leave as they are",
    leaveNote:
      "Boxes on today’s form that Gentrack’s page does not name. None bears on this sign-in.",
    afterSave: "After Save",
    warningLead: "Salesforce will say:",
    warningRest:
      "Click Continue there. The wait matters for Verify sign-in, not for the next step.",
    keyAndSecret: "Consumer Key and Consumer Secret",
    status: (done: number, total: number) => `${done} of ${total} done`,
    saveNext: { connected_app: "next: save the form", external_client_app: "next: set it up" },
    saved: {
      connected_app: (at: string) => `Form saved, as you said ${at}`,
      external_client_app: (at: string) => `App set up, as you said ${at}`,
    },
    act: { connected_app: "I saved the form", external_client_app: "The app is set up" },
    undo: {
      connected_app: "Not saved yet after all",
      external_client_app: "Not set up yet after all",
    },
    savedAgo: (minutes: number) => (minutes === 0 ? "Saved just now" : `Saved ${minutes} min ago`),
    knownBy: (at: string) =>
      `Salesforce may not know the app until ${at}. Go on meanwhile: only Verify sign-in waits for it.`,
    cli: "With the Salesforce CLI instead",
    cliNote:
      "A project folder with these settings, to deploy with sf. Its README names the commands and what Salesforce blocks. It holds no secret.",
    cliAct: "Export for Salesforce CLI",
    cliAgain: "Export again",
    cliBusy: "Exporting…",
    cliSaved: "Exported",
  },
  serviceUser: {
    title: "Create the service user",
    lede: {
      connected_app: "The connector signs in as a Salesforce user of its own.",
      external_client_app:
        "The external client app acts as a Salesforce user of its own: the one it runs as.",
    },
    inUse: "Is this user already used by a connector?",
    answers: {
      no: "No, it will be new or is used by nothing",
      yes: "Yes, a connector signs in as this user",
      not_sure: "I am not sure",
    },
    yesTitle: "Create a separate user for this connector",
    yesText:
      "Leave the existing user as it is. Give the new one another Username, for example with a number before the @, then answer No for it.",
    notSureTitle: "Look in Login History",
    notSureText:
      "Open the user in Salesforce and look at Login History at the foot of the page. Lines of the last days from an application, not from a browser, mean that something uses this user. You can read on, but leave its password and token alone until you know.",
    loginHistory: "Login History",
    domain: "E-mail domain",
    domainHint: "The part after the @; it fills in the names below",
    sandboxName: "Sandbox name",
    sandboxNameHint: "The suffix of the Username below",
    before: "Before you create it",
    form: "The New User form",
    path: "Setup ▸ Users ▸ New User",
    users: "Users",
    review: "Also look at",
    token: "Sign in as this user and take the token",
    linkMissing: "Reset My Security Token is missing?",
    noToken: "No password, no token",
    status: (done: number, total: number) => `${done} of ${total} done`,
    ready: (at: string) => `Ready, as you said ${at}`,
    act: {
      connected_app: "The user is ready, the token is here",
      external_client_app: "The user is ready",
    },
    undo: "Not ready yet after all",
  },
  credentials: {
    title: "Credentials",
    lede: "The fields of Setup New Instance, in its order. Secrets go to the system keychain as soon as you leave a field, and are not shown again.",
    propose: "Use the proposed name",
    means: "Means",
    defaultLogin: (host: string) => `Default: ${host}`,
    missing: (labels: string) => `Still empty: ${labels}`,
    complete: "All entered. The tenant comes when you register.",
    tenantNone: "Not chosen yet",
    act: "Continue to Verify",
  },
} as const;
