//! The commands of the window: a line or two each over `onboarding::workflow`.
//!
//! All but `boot` touch the disk or the network, so they run off the window's own thread.

#![allow(
    clippy::needless_pass_by_value,
    reason = "Tauri hands a command its arguments by value"
)]

mod desk;
mod moving;
mod named_credential;
mod prepare;
mod register;
mod route;
pub(crate) mod types;
mod verify;

#[cfg(test)]
mod bindings;
#[cfg(test)]
mod grants;

use tauri::Wry;
use tauri::ipc::Invoke;

/// Every command, by the name that `build.rs` and the capability know it by.
pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        desk::boot,
        desk::home,
        desk::create_onboarding,
        desk::open_onboarding,
        desk::remove_onboarding,
        prepare::confirm_prerequisite,
        route::dialog_shows,
        route::answer_app,
        route::choose_route,
        route::forget_aside,
        prepare::tick,
        prepare::app_saved,
        prepare::answer_user_in_use,
        prepare::user_ready,
        prepare::save_field,
        prepare::store_secret,
        verify::verify,
        verify::cancel,
        verify::answer_history,
        verify::explain,
        register::choose_registration,
        register::tenants,
        register::choose_tenant,
        register::register,
        register::adopt_instance,
        register::look_up_registration,
        register::replace_credentials,
        register::answer_list,
        register::portal_ended,
        register::take_back_registration,
        register::look_for_gcis,
        register::answer_address,
        moving::begin_move,
        moving::go_back,
        moving::go_on_moving,
        moving::look_for_move,
        moving::retire_old_app,
        named_credential::change_named_credential,
        named_credential::refresh_named_credential,
        named_credential::attest_named_credential,
        named_credential::decline_named_credential,
        named_credential::begin_named_credential_in_portal,
        named_credential::leave_named_credential_in_portal,
        named_credential::set_rotation_reminder,
        named_credential::save_rotation_reminder,
        desk::checklist,
        desk::save_checklist,
        desk::open_checklist,
        desk::export_metadata,
        prepare::copy_text,
        prepare::copy_secret,
        desk::open_link,
        desk::settings,
        desk::save_settings,
        desk::store_gcis_secret,
        verify::practice_card,
        verify::practice_reset_token,
        verify::practice_scenario,
    ]
}
