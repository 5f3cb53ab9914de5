// Checking the answers, tenants, connectors that are there already, and what GCIS found.

export const registration = {
  answers: {
    route: "How GCIS signs in",
    back: "Back to Check your answers",
    backStatus: "Once it is changed, go back and check the rest",
  },
  lastVerified: {
    label: "Connected as",
    verified: (ago: string) => `Verified ${ago}.`,
    stands: (until: string) => `Good until ${until}; then it is verified again.`,
    old: (minutes: number) =>
      `That is more than ${minutes} minutes: it is verified again first, with one sign-in.`,
    changed: (labels: string) =>
      `Changed since: ${labels}. It is verified again first, with one sign-in.`,
  },
  tenant: {
    id: (id: string) => `id ${id}`,
    kindLabel: "What the portal says this tenant is for",
    kinds: { production: "Production", test: "Test", unknown: "It does not say" },
    typeWords: (words: string) => `To register it all the same, type: ${words}`,
    typeLabel: "Confirm in words",
    typeHint: "Or choose another tenant above. Nothing is sent before.",
    confirmFirst: (words: string) => `Type “${words}” beside the tenant, then register`,
    portalText: "Make sure it is meant so before you save. The record will say that you were told.",
    none: "How a tenant gets into this list",
  },
  existing: {
    title: "This org is already connected to this tenant",
    text: "Somebody made a connector for them before. A second one is not made: use this one, or choose another tenant.",
    notShown:
      "GCIS names an instance that it does not show to this account, so it cannot be used here. Give its id to your Gentrack contact: they can say whose it is, and let this account see it or remove it. Then register again.",
    notShownStatus: "Ask your Gentrack contact first; GCIS is asked again before anything is made",
    found: (at: string) => `GCIS showed it ${at}.`,
    lookAgain: "Look again",
    looking: "Looking…",
    instance: "Instance",
    created: "Created",
    route: "How GCIS signs in",
    username: "Username",
    loginUrl: "Login URL",
    endpoint: "Event Endpoint",
    works: "Its sign-in",
    worksTrue: "Works, says GCIS",
    worksFalse: "Refused by Salesforce, says GCIS",
    untold: "GCIS does not say",
    differs: "not what is entered here",
    question: "What is to become of it?",
    keep: "Use the existing instance, change nothing",
    keepHint:
      "Nothing changes at GCIS. Its password, token, key and secret stay unknown to Connector Setup.",
    replace: "Use it and give it these credentials",
    replaceHint:
      "GCIS verifies the ones entered here first, and goes on with the old ones until that has succeeded.",
    replaceLater: (labels: string) =>
      `Not yet: ${labels} differs too, and is changed in the portal alone. Use it as it is first.`,
    choose: "Choose what is to become of the instance",
    actKeep: "Use the instance",
    actReplace: "Use it and give it these credentials",
    adopting: "Recording…",
    confirmTitle: "Use the instance and give it these credentials?",
    confirmText:
      "Whoever set it up before may be using other credentials. GCIS verifies the new ones first and goes on with the old ones until that has succeeded.",
  },
  adopted: {
    by: (at: string) => `Taken into use here ${at}: GCIS showed it for this org and this tenant.`,
    unknownTitle: "Its credentials are not known here",
    unknownText:
      "GCIS goes on with those it had. Replace them by the ones entered here if you want to be sure which it uses.",
    unseenTitle: "Cannot tell which credentials GCIS has",
    unseenText:
      "GCIS replaced them after the answer that never came: by those sent from here, or by somebody else’s. Replace them once more. The same request is not done twice, and its answer tells.",
    differsText:
      "Its password, token, key and secret are not known here. Replace them all by the ones entered here, or do so in the portal.",
    replaceText:
      "The instance at GCIS still has what it had before. Replace its credentials by the ones verified here, or do so in the portal.",
    differs: (labels: string) => `The instance has something else: ${labels}`,
  },
  gcisFound: {
    title: "What GCIS found",
    lede: (at: string) => `GCIS tried these credentials ${at} and did not take them.`,
    here: (ago: string) => `From this computer the sign-in was verified ${ago}.`,
    compare: "See what was verified here",
  },
} as const;
