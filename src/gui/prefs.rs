//! What the window remembers from one run to the next: a small JSON file in the reader's configuration folder.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::state::Options;
use super::theme;

/// Everything that is remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// Filters, theme, what is folded away.
    pub options: Options,
    /// Inner size of the window, in points.
    pub window: [f32; 2],
    /// Width of the shelf, in points.
    pub shelf_width: f32,
    /// Width of the inspector, in points.
    pub inspector_width: f32,
}

impl Default for Prefs {
    fn default() -> Self {
        Self {
            options: Options::default(),
            window: theme::WINDOW_SIZE,
            shelf_width: theme::SHELF_WIDTH,
            inspector_width: theme::INSPECTOR_WIDTH,
        }
    }
}

impl Prefs {
    fn path() -> Option<PathBuf> {
        Some(directories::ProjectDirs::from("", "", "counterpoint")?.config_dir().join("window.json"))
    }

    /// What was remembered; the defaults if there is nothing, or nothing that can be read.
    pub fn load() -> Self {
        let Some(text) = Self::path().and_then(|path| std::fs::read_to_string(path).ok()) else {
            return Self::default();
        };
        serde_json::from_str(&text).unwrap_or_else(|error| {
            log::warn!("the remembered window is not readable and is forgotten: {error}");
            Self::default()
        })
    }

    /// Remembers. Failing is no reason to trouble the reader: the log tells.
    pub fn save(&self) {
        let saved = || -> std::io::Result<()> {
            let path = Self::path().ok_or(std::io::ErrorKind::NotFound)?;
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            std::fs::write(path, serde_json::to_string_pretty(self)?)
        };
        if let Err(error) = saved() {
            log::warn!("the window cannot be remembered: {error}");
        }
    }
}
