//! The one window: how it opens, where it may go, how large it was.

use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, LogicalSize, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};
use tauri_plugin_store::StoreExt;

use crate::shell::Shell;

const LABEL: &str = "main";
const FIRST_SIZE: LogicalSize<f64> = LogicalSize {
    width: 1200.0,
    height: 800.0,
};
const SMALLEST: LogicalSize<f64> = LogicalSize {
    width: 900.0,
    height: 600.0,
};

/// Opens the window at its last size.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let size = last_size(app).unwrap_or(FIRST_SIZE);
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Connector Setup")
        .inner_size(size.width, size.height)
        .min_inner_size(SMALLEST.width, SMALLEST.height)
        // The window shows this program's own pages and no others: neither a link in it nor a
        // page in its place may lead elsewhere.
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    remember_size(&window);
    Ok(())
}

/// Brings the window to the front.
pub(crate) fn focus(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL)
        && let Err(error) = window.unminimize().and_then(|()| window.set_focus())
    {
        tracing::warn!(%error, "the window was not brought to the front");
    }
}

fn last_size(app: &AppHandle) -> Option<LogicalSize<f64>> {
    let store = app.store(store_path(app)).ok()?;
    let side = |name: &str| store.get(name)?.as_f64();
    let (width, height) = (side("width")?, side("height")?);
    let is_sane = (SMALLEST.width..10_000.0).contains(&width)
        && (SMALLEST.height..10_000.0).contains(&height);
    is_sane.then_some(LogicalSize { width, height })
}

fn remember_size(window: &WebviewWindow) {
    let app = window.app_handle().clone();
    let seen = window.clone();
    window.on_window_event(move |event| {
        if !matches!(event, WindowEvent::CloseRequested { .. }) {
            return;
        }
        let (Ok(size), Ok(factor)) = (seen.inner_size(), seen.scale_factor()) else {
            return;
        };
        let size: LogicalSize<f64> = size.to_logical(factor);
        if let Ok(store) = app.store(store_path(&app)) {
            store.set("width", size.width);
            store.set("height", size.height);
            if let Err(error) = store.save() {
                tracing::warn!(%error, "the window's size was not kept");
            }
        }
    });
}

/// Beside the records, so that one folder holds all of this program.
fn store_path(app: &AppHandle) -> std::path::PathBuf {
    app.state::<Shell>()
        .workspace
        .data_folder()
        .join("window.json")
}
