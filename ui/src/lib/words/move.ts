// Moving a live connector from the connected app to the external client app.

export const move = {
  move: {
    title: "Move the connector",
    gcisSignsIn: "GCIS signs in",
    told: {
      verified: "Verified: GCIS answered so.",
      attested: "Attested: you said so.",
      recorded: "",
      either: "Nobody has told it yet. It has the old or the new credentials, and both work.",
    },
    stages: "The stages of the move",
    now: "now",

    strip: {
      connected_app: "GCIS still signs in by the connected app",
      external_client_app: "GCIS signs in by the external client app",
      either: "It is not known which credentials GCIS has",
    },
    ownName: "A name of its own",
    backTo: "Back to the move",
    rail: "Moving the connector",
    railBack: "Taking it back",

    card: {
      due: (on: string, left: string) => `This connector has to move before ${on}: ${left} left`,
      over: (on: string) => `Salesforce ended this connector’s way of signing in on ${on}`,
      dueText:
        "It signs in by the connected app with a password. It can be moved to an external client app while it goes on working.",
      on: "The connector is being moved",
      back: "The connector is being taken back to the connected app",
      next: (stage: string) => `Next: ${stage}`,
      open: "Move the connector",
      goOn: "Go on",
      done: "The connector was moved to the external client app.",
      doneOpen: "See the move",
      elsewhere: "Does a connector that was made elsewhere run on the connected app?",
      elsewhereOpen: "Move it",
    },

    plan: {
      title: "How it goes",
      steps: [
        "Prepare the external client app beside the connected app.",
        "Verify it here. Nothing at GCIS is touched before Salesforce has accepted it.",
        "Give the new key and secret to GCIS, through the API or in the portal.",
        "See in Salesforce’s Login History that GCIS signs in by it.",
        "Retire the connected app.",
      ],
      back: "Until the connected app is retired you can go back at each point.",
    },
    begin: "Begin the move",
    beginStatus: "Beginning changes nothing at GCIS or in Salesforce",
    nothing: "There is nothing to move",
    nothingText:
      "GCIS signs in by the external client app, or no connector is registered here yet.",
    hub: "Back to the overview",

    elsewhere: {
      title: "A connector made elsewhere",
      text: "Connector Setup did not register it and does not know its credentials. You say that it runs on the connected app; it is then moved in the portal.",
      tenant: "Its tenant",
      act: "It runs on the connected app",
      confirmTitle: "Begin the move of a connector made elsewhere?",
      confirmText:
        "It is recorded as registered on your word. Nothing is sent. To give GCIS the old credentials again later, you would enter them here.",
      status: "Recorded on your word",
    },

    prepare: {
      lede: "Three pages, each as on the first way. What you entered for the connected app stays stored.",
      go: (title: string) => `Go to ${title}`,
      status: "The connector goes on as it is",
    },
    verify: {
      text: "Salesforce is asked from here whether it accepts the new key and secret. GCIS is sent nothing.",
      status: "Nothing is sent to GCIS before",
    },
    give: {
      text: "GCIS verifies the new key and secret itself, and goes on with the old credentials until that has succeeded.",
      act: "Give it to GCIS",
      busy: "GCIS verifies it…",
      confirmTitle: "Give GCIS the new key and secret?",
      confirmText:
        "GCIS verifies them first and goes on with the old credentials until that has succeeded. You can go back afterwards.",
      status: "Nothing is sent before you confirm",
      unknownTitle: "The last request had no clear answer",
      unknownText:
        "GCIS is asked what it has before anything is sent a second time. It works with the old or with the new credentials.",
      lookUp: "Look up what became of it",
      unknownStatus: "Find out first which credentials GCIS has",
    },
    portal: {
      text: "You enter the new values in the portal yourself. GCIS verifies them, and goes on with the old ones if it refuses.",
      open: "Open the instance",
      copy: "Copy each that differs into the instance",
      save: "Save it there",
      act: "I saw it saved",
      instead: "Do it in the portal instead",
      hints: {
        saved: "The instance shows the values you entered.",
        refused: "It shows an error, for example authentication failure.",
        dont_know: "It hung, or the page was closed. Look at the instance before you save again.",
      },
      status: {
        none: "Say here how the save ended",
        saved: "Say here how the save ended",
        refused: "Mend what it says, save there again, then say so here",
        dont_know: "Look in the portal at what the instance has, then say so here",
      },
    },
    seen: {
      title: "Seen in Salesforce",
      act: "Look in Login History",
      again: "Look again",
      looking: "Signing in once by the new app, to look in Login History…",
      once: "Each look signs in once by the new app.",
      cannotLook: "To look, the sign-in has to be verified with what is entered now.",
      standing: {
        got_in: "GCIS got in by the new app:",
        refused: "GCIS tried by the new app and was refused:",
        same_name: "Cannot tell: both apps have one name in Login History.",
        no_line: "Cannot tell: no sign-in by the new app from elsewhere is shown.",
        unread: "Cannot tell: Login History could not be read.",
      },
      why: {
        got_in: "By the new app, and not from this computer: as far as can be told, GCIS.",
        refused: "By the new app, and not from this computer: as far as can be told, GCIS.",
        same_name:
          "A line shows the app by its name. Give the external client app a name of its own in Salesforce, then look again.",
        no_line:
          "Login History can lag behind by a few minutes, and GCIS signs in when it has something to do.",
        unread: "Look again, or look in Salesforce yourself.",
      },
      stillOld: "Somebody still signs in by the connected app",
      stillOldText:
        "GCIS, or another program that uses the connected app. Find out who before you retire it.",
      status: "Salesforce shows it; GCIS does not have to be asked",
    },
    retire: {
      text: "Most easily undone first. You do it in Salesforce and tick it here.",
      act: "The connected app is retired",
      words: (words: string) => `If you know that GCIS uses the new app, type: ${words}`,
      wordsHint: "Salesforce has not shown it.",
      without: "Retire it although Salesforce has not shown that",
      confirmTitle: "Say that the connected app is retired?",
      confirmText:
        "From then on there is no going back: a return to the connected app would be a new set-up. The old credentials can then be removed from this computer.",
      status: (done: number, total: number) => `${done} of ${total} done`,
    },
    back: {
      title: "How to go back",
      act: "Go back",
      confirmTitle: "Go back to the connected app?",
      confirmText: {
        untouched:
          "The move is over. Nothing at GCIS was touched, and what you entered for the new app stays stored.",
        given:
          "GCIS keeps the new key and secret until you have verified the old credentials and given them to it again.",
      },
      first: "First it has to be clear which credentials GCIS has.",
      lede: "What is entered now is the connected app’s again. It is verified first; then GCIS gets it back. Until then GCIS goes on with the new app.",
      stepVerify: "Verify the old credentials",
      stepGive: "Give the old credentials to GCIS again",
      giveText:
        "GCIS verifies the old credentials itself, and goes on with the new key and secret until that has succeeded.",
      portalText:
        "You enter the old values in the portal yourself. GCIS verifies them, and goes on with what it has if it refuses.",
      give: "Give GCIS the old credentials",
      giveTitle: "Give GCIS the old credentials again?",
      giveConfirm:
        "GCIS verifies them first and goes on with the new key and secret until that has succeeded.",
      goOn: "Go on with the move",
      status: "GCIS goes on with the new app until it has the old credentials",
    },
    done: {
      lede: "The connector signs in by the external client app. There is nothing left to move.",
      status: (at: string) => `Retired ${at}`,
      left: "What belongs to it",
    },
  },
} as const;
