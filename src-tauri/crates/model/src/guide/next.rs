//! What happens next: from the registered instance to events that flow, and to whoever looks after
//! it.
//!
//! The first two are on help.gentrack.com, integration-services, *event-configuration*; the vendor's
//! set-up page leaves them out.

use super::Task;
use super::link::Link;

/// Which events the connector sends.
pub const SUBSCRIBE: Task = Task {
    id: "next.subscriptions",
    title: "Choose which events the connector sends",
    detail: "In the portal, under Connectors ▸ My Connectors, open the instance and click Edit \
             Subscription. What is chosen stands under Subscribed Events.",
    link: Some(Link::GcisPortal),
};

/// Each of them needs a mapping.
pub const MAP: Task = Task {
    id: "next.mappings",
    title: "Give every subscribed event a mapping",
    detail: "A subscribed event without a mapping fails: the connector cannot send it. In the table \
             of Subscribed Events a tick shows which has one; click Edit Mapping at each that has \
             none.",
    link: None,
};

/// The instance's own page.
pub const BASIC_INFORMATION: Task = Task {
    id: "next.basic_information",
    title: "Look at the Salesforce Basic Information page",
    detail: "From the Connectors list select the instance, then go to the Salesforce Basic \
             Information page. API calls to Gentrack are enabled, rotated and revoked there.",
    link: None,
};

/// Only where Salesforce calls Gentrack.
pub const CALL_APIS: Task = Task {
    id: "next.call_apis",
    title: "Get the page How to call Gentrack APIs",
    detail: "For whoever builds the calls from Salesforce. Its address is not public: ask your \
             Gentrack contact for it.",
    link: None,
};

/// To whoever looks after it from now on.
pub const HAND_OVER: Task = Task {
    id: "next.hand_over",
    title: "Hand over to whoever looks after the connector",
    detail: "Give them the checklist, which holds no secret. Tell them where the service user’s \
             mailbox is read, and whom at Gentrack to ask.",
    link: None,
};

/// All of them, in their order.
pub const ALL: &[Task] = &[SUBSCRIBE, MAP, BASIC_INFORMATION, CALL_APIS, HAND_OVER];

/// What a mapping is made of.
pub const MAPPING: &[&str] = &[
    "Event Type, Event Subtype, Event Context and Event Attribute Name are plain text.",
    "External Context Id, External Reference and Event Attribute Value are JSON Paths; $ is the \
     data object of the Gentrack event.",
    "Edit Mapping has a Form View and a JSON View of the same mapping.",
];

/// The tasks of an onboarding, which may want no calls from Salesforce.
pub fn tasks(calls_apis: bool) -> impl Iterator<Item = &'static Task> {
    ALL.iter()
        .filter(move |task| calls_apis || task.id != CALL_APIS.id)
}
