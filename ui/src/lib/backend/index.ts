// The one door to Rust: nothing else in the window imports from @tauri-apps.
//
// One typed function per command. Every rejection is a Problem; whatever else is thrown becomes
// one here, so that no screen has to guess.

import { Channel, invoke } from "@tauri-apps/api/core";

import type {
  Adoption,
  AppAnswer,
  Attestor,
  Boot,
  CredentialAction,
  CredentialEvent,
  DialogField,
  Document,
  ExplainedView,
  Field,
  Home,
  Keep,
  Link,
  Listed,
  MachineSettings,
  MachineSettingsView,
  NewOnboarding,
  PortalEnding,
  PracticeCard,
  Problem,
  RegistrationWay,
  Route,
  SavedDocuments,
  SecretField,
  Snapshot,
  Tenant,
  UserInUse,
  VerifyEvent,
  VerifyRequest,
} from "./types";

export type * from "./types";

async function call<Answer>(command: string, args: Record<string, unknown> = {}): Promise<Answer> {
  try {
    return await invoke<Answer>(command, args);
  } catch (thrown) {
    throw asProblem(thrown);
  }
}

/** A channel for what is told while a command runs. */
function listen<Event>(onEvent: (event: Event) => void): Channel<Event> {
  const channel = new Channel<Event>();
  channel.onmessage = onEvent;
  return channel;
}

/** Whatever was thrown, in the one shape of error the window knows. */
export function asProblem(thrown: unknown): Problem {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "fixes" in thrown) {
    return thrown as Problem;
  }
  return {
    code: "internal",
    message: "Something went wrong inside Connector Setup",
    detail: String(thrown),
    fixes: [
      {
        text: "Try again. What you entered is kept.",
        disturbs: null,
        copy: null,
        link: null,
        page: null,
        quickFind: null,
        canOpen: false,
      },
    ],
    retry: "now",
    field: null,
    correlationId: "",
  };
}

export const backend = {
  /** What the window needs to know before its first page. */
  boot: () => call<Boot>("boot"),

  /** The list of onboardings. */
  home: () => call<Home>("home"),
  createOnboarding: (input: NewOnboarding) => call<Snapshot>("create_onboarding", { input }),
  openOnboarding: (id: string) => call<Snapshot>("open_onboarding", { id }),
  /** Removes the record and the stored secrets; nothing in Salesforce or GCIS is touched. */
  removeOnboarding: (id: string) => call<Home>("remove_onboarding", { id }),

  /** Records who says so; null takes it back. */
  confirmPrerequisite: (id: string, prerequisite: string, by: Attestor | null) =>
    call<Snapshot>("confirm_prerequisite", { id, prerequisite, by }),

  /** The fields that Setup New Instance shows; none where it was not seen. */
  dialogShows: (id: string, fields: DialogField[]) =>
    call<Snapshot>("dialog_shows", { id, fields }),
  /** Whether there is, or can be, a connected app. */
  answerApp: (id: string, answer: AppAnswer) => call<Snapshot>("answer_app", { id, answer }),
  /** Chooses how GCIS signs in; what only the other way has use for is kept aside. */
  chooseRoute: (id: string, route: Route) => call<Snapshot>("choose_route", { id, route }),
  /** Removes the secrets that are kept aside. */
  forgetAside: (id: string) => call<Snapshot>("forget_aside", { id }),

  /** Ticks or unticks a setting or a task. */
  tick: (id: string, item: string, done: boolean) => call<Snapshot>("tick", { id, item, done }),
  /** The app is saved or set up, or not yet after all. */
  appSaved: (id: string, saved: boolean) => call<Snapshot>("app_saved", { id, saved }),
  /** Writes a project folder for the Salesforce CLI; it holds no secret. */
  exportMetadata: (id: string) => call<SavedDocuments>("export_metadata", { id }),
  answerUserInUse: (id: string, answer: UserInUse) =>
    call<Snapshot>("answer_user_in_use", { id, answer }),
  /** The service user is ready, or not yet after all. */
  userReady: (id: string, ready: boolean) => call<Snapshot>("user_ready", { id, ready }),

  /** Checks and keeps a field; a refusal names the field and changes nothing. */
  saveField: (id: string, field: Field, value: string) =>
    call<Snapshot>("save_field", { id, field, value }),
  /** Hands a secret over; it does not come back. */
  storeSecret: (id: string, field: SecretField, secret: string, keep: Keep) =>
    call<Snapshot>("store_secret", { id, field, secret, keep }),

  /** Signs in to Salesforce and asks what the connector will need; events arrive as they land. */
  verify: (id: string, request: VerifyRequest, onEvent: (event: VerifyEvent) => void) => {
    const channel = new Channel<VerifyEvent>();
    channel.onmessage = onEvent;
    return call<Snapshot>("verify", { id, request, channel });
  },
  /** Ends what is under way for an onboarding; that then rejects with the code cancelled. */
  cancel: (id: string) => call<void>("cancel", { id }),
  /** What the newest line in Login History says; null takes it back. */
  answerHistory: (id: string, status: string | null) =>
    call<Snapshot>("answer_history", { id, status }),
  /** What the catalogue knows of an error or a status in its own words. */
  explain: (id: string, text: string) => call<ExplainedView[]>("explain", { id, text }),

  chooseRegistration: (id: string, way: RegistrationWay) =>
    call<Snapshot>("choose_registration", { id, way }),
  /** Asks GCIS which tenants there are. */
  tenants: (id: string) => call<Tenant[]>("tenants", { id }),
  chooseTenant: (id: string, tenant: Tenant) => call<Snapshot>("choose_tenant", { id, tenant }),
  /** Creates the connector instance, once; with the words that confirm a tenant of another kind. */
  register: (id: string, confirmation: string) => call<Snapshot>("register", { id, confirmation }),
  /** Records an instance that GCIS runs already as this onboarding's. */
  adoptInstance: (id: string, instanceId: string, adoption: Adoption) =>
    call<Snapshot>("adopt_instance", { id, instanceId, adoption }),
  /** Asks GCIS what exists: after an answer that never came, or of what others made. */
  lookUpRegistration: (id: string) => call<Snapshot>("look_up_registration", { id }),
  /** Gives the registered instance the credentials that were verified since. */
  replaceCredentials: (id: string) => call<Snapshot>("replace_credentials", { id }),
  /** Whether the portal's list already shows this org and tenant. */
  answerList: (id: string, listed: Listed) => call<Snapshot>("answer_list", { id, listed }),
  /** How a save in the portal ended; the portal's own words, where it said no. */
  portalEnded: (id: string, ending: PortalEnding, words: string) =>
    call<Snapshot>("portal_ended", { id, ending, words }),
  /** It is not there after all: takes back the person's word that it was saved in the portal. */
  takeBackRegistration: (id: string) => call<Snapshot>("take_back_registration", { id }),
  /** Signs in once and looks for GCIS in the service user's Login History. */
  lookForGcis: (id: string) => call<Snapshot>("look_for_gcis", { id }),
  /** Whether an address in Login History is the person's own; null takes the answer back. */
  answerAddress: (id: string, address: string, ours: boolean | null) =>
    call<Snapshot>("answer_address", { id, address, ours }),

  /** Begins to move the connector; `runsAlready` where one made elsewhere runs, on the person's word. */
  beginMove: (id: string, runsAlready: boolean) =>
    call<Snapshot>("begin_move", { id, runsAlready }),
  /** Takes the connector back: at once, or once GCIS has the old credentials again. */
  goBack: (id: string) => call<Snapshot>("go_back", { id }),
  /** Goes on with the move after all. */
  goOnMoving: (id: string) => call<Snapshot>("go_on_moving", { id }),
  /** Signs in once by the new app and looks for GCIS doing the same. */
  lookForMove: (id: string) => call<Snapshot>("look_for_move", { id }),
  /** The connected app is retired; with the words typed where Salesforce has not shown it. */
  retireOldApp: (id: string, typed: string) => call<Snapshot>("retire_old_app", { id, typed }),

  /**
   * Adds, rotates or revokes through the API, waits until it has settled, and looks for it in
   * Salesforce. The org's name, as it was typed, where something is taken away.
   */
  changeNamedCredential: (
    id: string,
    action: CredentialAction,
    orgName: string,
    onEvent: (event: CredentialEvent) => void,
  ) => {
    const channel = listen(onEvent);
    return call<Snapshot>("change_named_credential", { id, action, orgName, channel });
  },
  /** Goes on where an earlier run was left: asks GCIS, and looks in Salesforce. */
  refreshNamedCredential: (id: string, onEvent: (event: CredentialEvent) => void) =>
    call<Snapshot>("refresh_named_credential", { id, channel: listen(onEvent) }),
  /** The person is about to do it in the portal: lists what Salesforce has before. */
  beginNamedCredentialInPortal: (
    id: string,
    action: CredentialAction,
    orgName: string,
    onEvent: (event: CredentialEvent) => void,
  ) => {
    const channel = listen(onEvent);
    return call<Snapshot>("begin_named_credential_in_portal", { id, action, orgName, channel });
  },
  /** The person did not do it in the portal after all. */
  leaveNamedCredentialInPortal: (id: string) =>
    call<Snapshot>("leave_named_credential_in_portal", { id }),
  /** The person saw it done in the portal; then it is looked for in Salesforce. */
  attestNamedCredential: (
    id: string,
    action: CredentialAction,
    orgName: string,
    onEvent: (event: CredentialEvent) => void,
  ) => {
    const channel = listen(onEvent);
    return call<Snapshot>("attest_named_credential", { id, action, orgName, channel });
  },
  declineNamedCredential: (id: string, declined: boolean) =>
    call<Snapshot>("decline_named_credential", { id, declined }),
  /** After how many days to be reminded to rotate; null for no reminder. */
  setRotationReminder: (id: string, days: number | null) =>
    call<Snapshot>("set_rotation_reminder", { id, days }),
  /** Saves the next rotation as a calendar file and says where. */
  saveRotationReminder: (id: string) => call<SavedDocuments>("save_rotation_reminder", { id }),

  /** The checklist of an onboarding, or with no id the blank one. */
  checklist: (id: string | null) => call<Document>("checklist", { id }),
  /** Saves it as HTML and Markdown and says where. */
  saveChecklist: (id: string | null) => call<SavedDocuments>("save_checklist", { id }),
  /** Opens the saved HTML in the browser, to print it. */
  openChecklist: (id: string | null) => call<void>("open_checklist", { id }),

  /** Puts a value that is no secret on the clipboard. */
  copyText: (text: string) => call<void>("copy_text", { text }),
  /**
   * Has Rust ask the person, and then put a stored secret on the clipboard for a while. Answers for
   * how many seconds; null where the person said no.
   */
  copySecret: (id: string, field: SecretField) => call<number | null>("copy_secret", { id, field }),
  /** Opens a page of Salesforce or the portal in the browser. */
  openLink: (id: string, link: Link) => call<void>("open_link", { id, link }),

  settings: () => call<MachineSettingsView>("settings"),
  /** Refuses a place new to secrets until it is among the names confirmed; the detail names each. */
  saveSettings: (settings: MachineSettings, confirmed: string[]) =>
    call<MachineSettingsView>("save_settings", { settings, confirmed }),
  storeGcisSecret: (secret: string, keep: Keep) =>
    call<MachineSettingsView>("store_gcis_secret", { secret, keep }),

  /** What the practice Salesforce shows; null outside practice. */
  practiceCard: (id: string) => call<PracticeCard | null>("practice_card", { id }),
  /** Mails a new token in practice; the old one dies, as in Salesforce. */
  practiceResetToken: (id: string) => call<PracticeCard>("practice_reset_token", { id }),
  /** Makes something go wrong in practice. */
  practiceScenario: (id: string, scenario: string) =>
    call<PracticeCard>("practice_scenario", { id, scenario }),
};
