//! What a frame costs, of the pair view at 20,000 statements a pane, or of the window with the matrix of 5,000 claims of 20
//! sources: layout, painting and tessellation, in milliseconds; the mean of processor time, and median and 95th percentile
//! of wall time. `cargo run --release --example frame_cost [STATEMENTS]`, `… frame_cost matrix [CLAIMS [SOURCES]]`.
#![allow(clippy::print_stdout, reason = "a tool that prints its result")]

#[path = "../support/mod.rs"]
mod support;

use std::time::Instant;

use counterpoint::gui::Command;
use counterpoint::gui::state::View;
use egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2};
use support::window::{Window, set_up};

const FRAMES: usize = 300;
/// Of a large window.
const SIZE: egui::Vec2 = vec2(1600.0, 1000.0);

/// Milliseconds that this thread has run so far.
fn clock(since: Instant) -> f64 {
    let on_processor = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = on_processor.as_deref().and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| since.elapsed().as_secs_f64() * 1e3, |ns| ns / 1e6)
}

struct Bench {
    ctx: egui::Context,
    window: Window,
    time: f64,
    began: Instant,
}

impl Bench {
    /// Milliseconds of one frame.
    fn frame(&mut self, events: Vec<Event>) -> f64 {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, SIZE));
        let input = RawInput { screen_rect, time: Some(self.time), events, ..RawInput::default() };
        let started = Instant::now();
        let window = &mut self.window;
        let mut output = self.ctx.run_ui(input, |ui| window.ui(ui));
        let shapes = std::mem::take(&mut output.shapes);
        std::hint::black_box(self.ctx.tessellate(shapes, output.pixels_per_point));
        output.textures_delta.clear();
        started.elapsed().as_secs_f64() * 1e3
    }

    fn measure(&mut self, name: &str, mut events: impl FnMut(&mut Window, usize) -> Vec<Event>) {
        // The system counts processor time in steps longer than a frame: only the sum over many means something.
        let before = clock(self.began);
        let mut costs: Vec<f64> = (0..FRAMES)
            .map(|i| {
                let events = events(&mut self.window, i);
                self.frame(events)
            })
            .collect();
        let mean = (clock(self.began) - before) / FRAMES as f64;
        costs.sort_by(f64::total_cmp);
        let at = |share: f64| costs[((costs.len() - 1) as f64 * share) as usize];
        println!("{name:22} processor {mean:6.2}  wall p50 {:6.2}  p95 {:6.2}", at(0.5), at(0.95));
    }
}

/// Megabytes of memory that the program has in use.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}

fn bench(window: impl FnOnce() -> Window) -> Bench {
    let ctx = egui::Context::default();
    set_up(&ctx);
    ctx.set_theme(egui::Theme::Light);
    ctx.enable_accesskit();
    let mut bench = Bench { ctx, window: window(), time: 0.0, began: Instant::now() };
    println!("{:22} {:10.2}", "first", bench.frame(Vec::new()));
    bench
}

fn pointer(x: f32, y: f32) -> Event {
    Event::PointerMoved(Pos2::new(x, y))
}

fn wheel(x: f32, y: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(-x, -y),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }
}

fn key(key: egui::Key) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [view, rest @ ..] if view == "matrix" => {
            let number = |at: usize, otherwise| rest.get(at).and_then(|n| n.parse().ok()).unwrap_or(otherwise);
            matrix(number(0, 5000), number(1, 20));
        }
        [view, rest @ ..] if view == "timeline" => {
            timeline(rest.first().and_then(|n| n.parse().ok()).unwrap_or(5000));
        }
        rest => pair(rest.first().and_then(|n| n.parse().ok()).unwrap_or(20_000)),
    }
}

/// The matrix in the whole window.
fn matrix(count: usize, sources: usize) {
    let before = resident();
    let comparison = support::long::claims(count, sources);
    println!("{count} claims of {sources} sources, {} pairs; milliseconds a frame", comparison.pairs.len());
    println!("{:22} {:10.0} MB", "memory of the result", resident() - before);
    let loaded = resident();
    let mut bench = bench(|| {
        let mut window = Window::whole(comparison);
        window.commands.send(Command::ShowView(View::Matrix));
        window
    });
    println!("{:22} {:10.0} MB", "memory of the window", resident() - loaded);
    bench.measure("still", |_, _| Vec::new());
    bench.measure("pointer moving", |_, i| vec![pointer(500.0 + i as f32, 200.0 + 2.0 * i as f32)]);
    bench.measure("wheel, down", |_, _| vec![pointer(700.0, 500.0), wheel(0.0, 60.0)]);
    bench.measure("wheel, sideways", |_, i| vec![wheel(if i / 50 % 2 == 0 { 40.0 } else { -40.0 }, 0.0)]);
    bench
        .measure("arrow keys", |_, i| vec![key(if i % 5 == 0 { egui::Key::ArrowRight } else { egui::Key::ArrowDown })]);
    bench.measure("page after page", |_, _| vec![key(egui::Key::PageDown)]);
    bench.measure("next difference", |window, _| {
        window.commands.send(Command::NextDifference);
        Vec::new()
    });
    bench.measure("typing a search", |window, i| {
        if i % 20 == 0 {
            window.commands.send(Command::SetSearch("harbour"[..i / 20 % 8].to_owned()));
        }
        Vec::new()
    });
    bench.window.commands.send(Command::SetSearch(String::new()));
    bench.measure("a decision", |window, i| {
        if i % 20 == 0 {
            window.commands.send(Command::NextDifference);
            window.commands.send(Command::Confirm);
        }
        Vec::new()
    });
    println!("{:22} {:10.0} MB", "memory of it all", resident() - before);
}

/// The pair view.
fn pair(count: usize) {
    let comparison = support::long::comparison(count);
    println!("{count} statements a pane, {} pairs; milliseconds a frame", comparison.pairs.len());
    let mut bench = bench(|| Window::new(comparison));
    bench.measure("still", |_, _| Vec::new());
    bench.measure("pointer moving", |_, i| vec![pointer(200.0 + i as f32, 200.0 + 2.0 * i as f32)]);
    bench.measure("wheel, both panes", |_, _| vec![pointer(300.0, 500.0), wheel(0.0, 60.0)]);
    bench.measure("next difference", |window, i| {
        if i % 20 == 0 {
            window.commands.send(Command::NextDifference);
        }
        Vec::new()
    });
    let pairs = bench.window.state.shown().pairs.len();
    bench.measure("jump to any pair", |window, i| {
        let pair = window.state.shown().pairs[i.wrapping_mul(7919) % pairs].index;
        window.commands.send(Command::SelectPair(pair));
        Vec::new()
    });
    let x = SIZE.x / 2.0 - 4.0;
    let drag = |y| vec![pointer(x, y)];
    let press = |y: f32, pressed| Event::PointerButton {
        pos: Pos2::new(x, y),
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    bench.frame(vec![pointer(x, 100.0), press(100.0, true)]);
    bench.measure("drag in the overview", |_, i| drag(40.0 + 3.0 * i as f32));
    bench.frame(vec![press(900.0, false)]);
}

/// The timeline in the whole window, with five lanes.
fn timeline(count: usize) {
    println!("timeline of {count} events; milliseconds a frame");
    let mut bench = bench(|| {
        let mut window = Window::whole(support::dated::many(5, count / 5));
        window.commands.send(Command::ShowView(View::Timeline));
        window
    });
    bench.measure("still", |_, _| Vec::new());
    bench.measure("pointer moving", |_, i| vec![pointer(450.0 + i as f32, 200.0 + i as f32)]);
    bench.measure("zooming", |window, i| {
        window.commands.send(if i / 8 % 2 == 0 { Command::TimeZoomIn } else { Command::TimeZoomOut });
        Vec::new()
    });
    window_of(&mut bench.window, [0.5, 0.6]);
    bench.measure("panning", |window, i| {
        let from = 0.5 + i as f64 / 1000.0;
        window_of(window, [from, from + 0.1]);
        Vec::new()
    });
}

fn window_of(window: &mut Window, to: [f64; 2]) {
    window.commands.send(Command::ShowTime(to));
}
