//! Keys to commands, by the one list of commands.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use super::{Command, State};

/// Takes the keys of this frame that mean a command. With a dialog open, only those that work above it.
pub(super) fn pressed(ctx: &Context, state: &State) -> Vec<Command> {
    let typing = ctx.text_edit_focused();
    let popup = ctx.any_popup_open();
    let mut keys: Vec<(KeyboardShortcut, &Command)> = Command::listed()
        .filter_map(|command| Some((command.info()?, command)))
        .filter(|(info, _)| !info.in_view)
        .flat_map(|(info, command)| info.shortcut.into_iter().chain(info.alternative).map(move |key| (key, command)))
        .collect();
    // Alt+Down would also take Shift+Alt+Down: the longer ones come first.
    keys.sort_by_key(|(key, _)| std::cmp::Reverse(weight(key.modifiers)));
    let mut commands = Vec::new();
    for (key, command) in keys {
        let blocked = (typing && belongs_to_text(&key))
            || (popup && key.logical_key == Key::Escape)
            || (state.dialog().is_some() && !works_above_dialogs(command));
        if !blocked && ctx.input_mut(|i| i.consume_shortcut(&key)) {
            commands.push(command.clone());
        }
    }
    if !typing && state.dialog().is_none() {
        commands.extend(pasted(ctx).map(Command::Paste));
    }
    commands
}

/// Text pasted where no text field takes it: a new source. (The window system turns Ctrl+V into this.)
fn pasted(ctx: &Context) -> Option<String> {
    ctx.input(|i| {
        i.events.iter().find_map(|event| match event {
            Event::Paste(text) => Some(text.clone()),
            _ => None,
        })
    })
}

fn weight(modifiers: Modifiers) -> usize {
    [modifiers.alt, modifiers.shift, modifiers.command].into_iter().filter(|&m| m).count()
}

/// Whether a text field has its own use for a key.
fn belongs_to_text(key: &KeyboardShortcut) -> bool {
    let function_key = key.logical_key.name().strip_prefix('F').is_some_and(|n| n.parse::<u8>().is_ok());
    let editing = [Key::Z, Key::Y, Key::V, Key::Enter, Key::Delete, Key::D];
    (key.conflicts_with_text_editing() && !function_key) || editing.contains(&key.logical_key)
}

fn works_above_dialogs(command: &Command) -> bool {
    matches!(command, Command::ZoomIn | Command::ZoomOut | Command::ZoomReset | Command::NextTheme | Command::Quit)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_command_has_a_key_of_its_own() {
        let mut seen = BTreeSet::new();
        for command in Command::listed() {
            let info = command.info().expect("listed commands have a name");
            let by_key = info.shortcut.is_some() || matches!(command, Command::SetTheme(_));
            assert!(by_key, "{} has no key (themes have F9)", info.name);
            for key in info.shortcut.iter().chain(&info.alternative) {
                assert!(seen.insert(format!("{key:?}")), "{} shares {key:?}", info.name);
            }
        }
    }

    #[test]
    fn the_more_specific_key_wins() {
        let ctx = Context::default();
        let state = State::default();
        let modifiers = Modifiers::ALT | Modifiers::SHIFT;
        let event = Event::Key { key: Key::ArrowDown, physical_key: None, pressed: true, repeat: false, modifiers };
        let input = egui::RawInput { events: vec![event], ..Default::default() };
        let mut commands = Vec::new();
        let mut output = ctx.run_ui(input, |ui| commands.extend(pressed(ui.ctx(), &state)));
        output.textures_delta.clear();
        assert!(matches!(commands[..], [Command::NextPair]), "{commands:?}");
    }
}
