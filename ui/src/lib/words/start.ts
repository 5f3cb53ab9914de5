// The list, a new onboarding, the overview, prerequisites, the checklist, the settings.

export const start = {
  home: {
    title: "Onboardings",
    lede: "Each one connects one Salesforce org to Gentrack’s GCIS. Leave at any point; it continues where it was.",
    empty: {
      title: "Connect the first org",
      text: "You will create an app and a service user in Salesforce, prove that the sign-in works, and register the connector with GCIS. Every setting is one click to copy.",
    },
    progress: (done: number, total: number) => `${done} of ${total} done`,
    next: (step: string) => `Next: ${step}`,
    allDone: "All steps are done",
    changed: (at: string) => `Changed ${at}`,
    new: "New onboarding",
    remove: "Remove",
    open: "Open",
    removeTitle: (name: string) => `Remove ${name}?`,
    removeText:
      "This removes the record and its stored secrets from this computer. Nothing in Salesforce or GCIS changes.",
    removed: (name: string) => `${name} was removed`,
    unreadable: "Files that could not be read",
    unreadableText: "They are left as they are.",
    liveOnly: "Not opened while only practice runs",
    status: (count: number) =>
      count === 0
        ? "Nothing on this computer yet"
        : count === 1
          ? "1 onboarding on this computer"
          : `${count} onboardings on this computer`,
  },
  create: {
    title: "New onboarding",
    lede: "Who is connected, and where. The environment is chosen once, for good.",
    name: "Customer name",
    nameHint: "As your team calls it.",
    environment: "Environment",
    environments: {
      production: "The org that people work in.",
      sandbox: "A copy of it for trying things out.",
      practice: "An invented Salesforce and GCIS on this computer. Nothing leaves it.",
    },
    practiceOnly:
      "An invented Salesforce and GCIS on this computer. The program was started for practice, so this is the only choice.",
    domain: "E-mail domain",
    domainHint: "The part after the @ of the customer’s addresses, for example northwind.example",
    sandboxName: "Sandbox name",
    sandboxNameHint: "Its short name under Setup ▸ Sandboxes, for example uat",
    act: "Create onboarding",
    status: "Saved on this computer only",
  },
  hub: {
    rotation: {
      title: (days: number, on: string) => {
        if (days < 0) return `Rotate the named credential: due since ${on}`;
        if (days === 0) return "Rotate the named credential: due today";
        return `Rotate the named credential in ${days === 1 ? "1 day" : `${days} days`}, on ${on}`;
      },
      text: "A reminder of your own; you can change it or switch it off.",
    },
    count: (done: number, total: number) =>
      done === 0
        ? "Nothing done yet."
        : done === 1
          ? `1 of ${total} steps is done.`
          : `${done} of ${total} steps are done.`,
    next: (step: string) => `Next: ${step}.`,
    allDone:
      "Every step is done. Events flow once you choose them in the portal and give each a mapping.",
    status: "Saved on this computer. Secrets are in the system keychain.",
    checklist: "Checklist",
    endsTitle: (left: string, day: string) =>
      `Salesforce ends this way of signing in on ${day}: ${left} left`,
    endsText:
      "GCIS signs in with a password here. Ask your Gentrack contact when your connector moves to an external client app.",
    ended: (day: string) => `Salesforce ended this way of signing in on ${day}`,
    diagram: "How the systems are connected",
    gentrack: "Gentrack",
    product: (name: string | null) =>
      name === null ? "Velocity or Junifer" : name.charAt(0).toUpperCase() + name.slice(1),
    gcis: "GCIS",
    noTenant: "no tenant chosen",
    tenant: (name: string) => `tenant ${name}`,
    salesforce: "Salesforce",
    notConnected: "not signed in yet",
    signsIn: {
      connected_app: "signs in by password",
      external_client_app: "signs in by app key",
    },
    tenantLink: { no: "tenant: not confirmed", yes: "tenant: confirmed" },
    events: {
      none: "events: not set up",
      attested: "connector: attested",
      verified: "connector: registered",
      changed: "events: look again",
    },
    calls: {
      not_enabled: "API calls: optional",
      adding: "API calls: being added",
      active: "API calls: active",
      rotating: "API calls: rotating",
      revoking: "API calls: being revoked",
      revoked: "API calls: revoked",
      failed: "API calls: failed",
      declined: "API calls: not wanted",
    },
  },
  prerequisites: {
    title: "Prerequisites",
    lede: "What has to be in place before you start in Salesforce. Tick what is, and who says so. You can go on with some of it open.",
    ask: (who: string) => `Ask: ${who}`,
    whoSays: (title: string) => `Who says so: ${title}`,
    by: { me: "I checked", colleague: "A colleague said", gentrack: "Gentrack said" },
    status: (done: number, total: number) => `${done} of ${total} confirmed`,
  },
  checklist: {
    title: "Checklist",
    lede: "The whole procedure with every setting, to print or to file. It holds no secrets.",
    blankTitle: "Checklist on paper",
    blankLede: "The whole procedure with nothing connected: to plan with, or to work from paper.",
    preview: "Preview of the checklist",
    loading: "Preparing the checklist…",
    save: "Save the checklist",
    saveAgain: "Save again",
    open: "Open to print",
    savedTitle: "Saved",
    savedIn: "Folder",
    files: "Files",
    status: "Saves a web page and a Markdown file",
    statusSaved: "Saved as a web page and as Markdown",
    ticked: "done",
    unticked: "open",
  },
  settings: {
    title: "Settings",
    lede: "For this computer, not for one onboarding.",
    loading: "Reading the settings…",
    proxyTitle: "Connection",
    proxy: "Proxy",
    proxies: { system: "Use the system’s", direct: "None", custom: "This proxy" },
    proxyNote: "How Connector Setup reaches the internet.",
    proxyAddress: "Proxy address",
    proxyAddressHint: "With scheme, host and port, for example http://proxy.example:8080",
    trustFile: "Certificate file",
    trustFileHint:
      "A PEM file with one more root certificate to trust, where a proxy reads the traffic. Empty for none.",
    packageTitle: "Gentrack package",
    packageNamespace: "Gentrack package namespace",
    packageNamespaceHint: "If Gentrack told you it. Without it, the package is looked for by name.",
    gcisTitle: "GCIS API",
    gcisNote:
      "Only if Gentrack gave you these. Without them, the connector is registered through the portal.",
    gcisApi: "API address",
    gcisApiHint: "The whole address as Gentrack gave it to you, beginning with https://",
    gcisToken: "Token address",
    gcisTokenHint: "Where the API’s credentials are exchanged for a token",
    gcisClientId: "Client ID",
    gcisClientIdHint: "Names this customer to the API",
    gcisSecret: "Client secret",
    gcisSecretHint: "Proves the client ID",
    gcisSecretKept: {
      keychain: "Stored in the keychain",
      this_run: "Kept until you close the program",
    },
    gcisSecretLeft:
      "The keychain may still hold an earlier client secret. Unlock it, then save the settings: it is removed.",
    filesTitle: "On this computer",
    dataFolder: "Data folder",
    dataFolderHint: "Records and the activity trail. Secrets are never in it.",
    confirmTitle: "Use these from now on?",
    confirmText:
      "Secrets will be sent through or to the addresses named here. A certificate file named here decides which servers are trusted with them.",
    confirm: "Use them",
    saved: "Settings saved",
    unsaved: "Changes are not saved yet",
    unchanged: "All changes are saved",
    save: "Save settings",
  },
} as const;
