//! Opening the window.

use std::path::PathBuf;

use super::app::{App, Launch};
use super::prefs::Prefs;
use super::theme;

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum GuiError {
    /// No X11 or Wayland library, or no display.
    #[error(
        "no window can be opened: {0}. If this is a desktop, install the libraries that windows need (on Debian and \
         Ubuntu: sudo apt install libx11-6 libx11-xcb1 libxcursor1 libxi6 libxkbcommon-x11-0). Without a desktop, use \
         the command line: counterpoint compare FILES..."
    )]
    Display(String),
    /// No OpenGL.
    #[error(
        "no window can be drawn: {0}. Install OpenGL (on Debian and Ubuntu: sudo apt install libgl1 libegl1 \
         libgl1-mesa-dri), or use the command line: counterpoint compare FILES..."
    )]
    OpenGl(String),
    /// No thread for the work.
    #[error("the window cannot start its worker: {0}. Close other programs and try again.")]
    Worker(#[from] std::io::Error),
    /// Anything else.
    #[error("the window failed: {0}. The command line still works: counterpoint compare FILES...")]
    Other(String),
}

impl From<eframe::Error> for GuiError {
    fn from(error: eframe::Error) -> Self {
        let text = without_source_line(&error.to_string());
        match error {
            eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => Self::Display(text),
            eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..) | eframe::Error::OpenGL(_) => {
                Self::OpenGl(text)
            }
            eframe::Error::AppCreation(_) => Self::Other(text),
        }
    }
}

/// What the window system says, without the place in its source where it says so.
fn without_source_line(text: &str) -> String {
    let after = text.split_once(".rs:").and_then(|(_, rest)| rest.split_once(": "));
    after.map_or(text, |(_, said)| said).trim_end_matches('.').to_owned()
}

/// Opens the window with these files on the shelf and returns when it is closed.
///
/// # Errors
/// If no window can be opened; the message says what to install.
pub fn run(files: Vec<PathBuf>) -> Result<(), GuiError> {
    let prefs = Prefs::load();
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Counterpoint")
        .with_app_id("counterpoint")
        .with_inner_size(prefs.window)
        .with_min_inner_size(theme::WINDOW_LEAST)
        .with_drag_and_drop(true);
    match eframe::icon_data::from_png_bytes(include_bytes!("../../resources/icon/counterpoint-256.png")) {
        Ok(icon) => viewport = viewport.with_icon(icon),
        Err(error) => log::warn!("the window has no icon: {error}"),
    }
    let options = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() };
    let launch = Launch { files, remembered: Some(prefs) };
    eframe::run_native("counterpoint", options, Box::new(move |cc| Ok(Box::new(App::new(cc, launch)?))))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::without_source_line;

    #[test]
    fn messages_of_the_window_system_lose_their_source_line() {
        let text = "winit EventLoopError: os error at /home/x/src/linux/mod.rs:765: no DISPLAY is set.";
        assert_eq!(without_source_line(text), "no DISPLAY is set");
        assert_eq!(without_source_line("no such thing"), "no such thing");
    }
}
