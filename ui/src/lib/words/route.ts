// The page that chooses how GCIS signs in.

export const route = {
  route: {
    title: "How GCIS signs in",
    lede: "Gentrack’s dialog decides. Tick the fields it shows, and one of two ways follows.",
    hint: "GCIS Developer Portal ▸ Connector Store ▸ Setup New Instance. Tick what you see; leave the rest.",
    cannotSee: "I cannot see the dialog yet",
    app: {
      exists: "Yes, there is one",
      can_create: "Not yet, but one can be created",
      no: "No, and none can be created",
      not_sure: "I cannot tell",
    },
    ask: "What to ask Gentrack",
    copyAsk: "Copy the questions",
    speaksFor: (title: string) => `This speaks for: ${title}`,
    speaksForNone: "No way follows from this yet",
    ways: "The two ways",
    proposed: "Proposed",
    chosen: "Chosen",
    needs: "You need",
    unknown: "Not known",
    ends: (day: string, left: string) => `Ends on ${day}, in ${left}`,
    ended: (day: string) => `Ended on ${day}`,
    closed: "Closed: an onboarding can no longer begin this way.",
    first: "Choose one of the two ways",
    chooseStatus: "Tick the fields, or choose a way yourself",
    notSaved: (title: string) => `${title} is not chosen yet`,
    change: "Nothing you entered is lost when you change",
    chosenAt: (title: string, at: string) => `${title}, chosen ${at}`,
    act: {
      connected_app: "Continue with the connected app",
      external_client_app: "Continue with the external client app",
    },
    changeTo: {
      connected_app: "Change to the connected app",
      external_client_app: "Change to the external client app",
    },
  },
} as const;
