//! Every size and distance of the window, in points.

/// The spacing unit, in points. Distances are multiples of it.
pub const UNIT: f32 = 4.0;
/// Nothing touches an edge with less than this.
pub const EDGE: f32 = 2.0 * UNIT;
/// Side length of a mark's glyph beside interface text.
pub const GLYPH: f32 = 14.0;
/// Width of ordinary lines.
pub const HAIRLINE: f32 = 1.0;
/// Width of the line under words that decide.
pub const STRONG_LINE: f32 = 2.0;
/// Width of the frame around what is selected, or under the pointer.
pub const FRAME_LINE: f32 = 1.5;
/// Radius of rounded corners.
pub const RADIUS: u8 = 4;

/// Radius of the corners of small parts.
pub const SMALL_RADIUS: u8 = 2;

/// Height of a line of reading text: 1.5 times its size.
pub const READING_LINE: f32 = 24.0;
/// Widest line of reading text, in points: about 72 characters of Source Serif 4 at 16 points.
pub const READING_MEASURE: f32 = 530.0;
/// Below this width of the window one pane shows instead of two.
pub const NARROW: f32 = 900.0;
/// Inner size of the window when nothing is remembered.
pub const WINDOW_SIZE: [f32; 2] = [1280.0, 800.0];
/// The smallest the window can be made.
pub const WINDOW_LEAST: [f32; 2] = [640.0, 440.0];
/// Width of the shelf when nothing is remembered.
pub const SHELF_WIDTH: f32 = 212.0;
/// Width of the inspector when nothing is remembered.
pub const INSPECTOR_WIDTH: f32 = 280.0;
/// How narrow and how wide shelf and inspector can be made.
pub const SIDE_WIDTHS: std::ops::RangeInclusive<f32> = 160.0..=480.0;
/// Width of a dialog in the window.
pub const DIALOG_WIDTH: f32 = 480.0;
/// Width of a menu, at least.
pub const MENU_WIDTH: f32 = 240.0;
/// Width of the bar of progress at the top.
pub const PROGRESS_WIDTH: f32 = 96.0;
/// Height of a long list in a dialog.
pub const LIST_HEIGHT: f32 = 440.0;
/// Width of the column of keys in the list of keys.
pub const KEYS_WIDTH: f32 = 168.0;
/// Side length of a button with a drawing.
pub const ICON_BUTTON: f32 = 22.0;
/// Height of a filter chip.
pub const CHIP_HEIGHT: f32 = 24.0;
/// Space inside a row of the shelf.
pub const ROW_MARGIN: i8 = 6;
/// Space between the letters of a panel's heading.
pub const LETTER_SPACING: f32 = 0.6;
/// Height of a line of a quotation in the inspector.
pub const QUOTATION_LINE: f32 = 22.0;
/// Height of a bar of buttons.
pub const BAR_HEIGHT: f32 = 40.0;
/// Height of a pane's header: two lines.
pub const HEADER_HEIGHT: f32 = 13.0 * UNIT;

/// Width of the overview strip between the panes.
pub const OVERVIEW_WIDTH: f32 = 6.0 * UNIT;
/// Least and greatest length of a tick in the overview.
pub const TICK_LEAST: usize = 2;
/// See [`TICK_LEAST`].
pub const TICK_MOST: usize = 6;
/// Room for ribbons on either side of the overview strip.
pub const RIBBON_GAP: f32 = 6.0 * UNIT;
/// How far the ribbon of a selected pair leads out of the view towards an end that is not in it.
pub const RIBBON_STUB: f32 = 10.0 * UNIT;
/// Length of a dash, and of the gap after it, in the lines of what is only possible.
pub const DASH: f32 = 4.0;
/// See [`DASH`].
pub const DASH_GAP: f32 = 3.0;
/// Space above the first and below the last row of an article.
pub const PANE_PADDING: f32 = 6.0 * UNIT;
/// Space between two paragraphs.
pub const PARAGRAPH_GAP: f32 = 3.0 * UNIT;
/// Indentation of list items.
pub const LIST_INDENT: f32 = 5.0 * UNIT;
/// Radius of a bullet.
pub const BULLET_RADIUS: f32 = 2.0;
/// Height of a line of an article's title.
pub const READING_TITLE_LINE: f32 = 30.0;
/// Height of a line of captions, bylines and boilerplate.
pub const READING_QUIET_LINE: f32 = 20.0;
/// How far above the bottom of its line the line under deciding words runs: just below the letters.
pub const UNDERLINE_RISE: f32 = 3.0;
/// Side length of the badge that holds the letter of a source.
pub const LETTER_BADGE: f32 = 6.0 * UNIT;
/// Margin of a pane on the side of the glyphs.
pub const GLYPH_MARGIN: f32 = GLYPH_BADGE + 2.0 * EDGE;
/// Side length of the badge that holds a statement's glyph.
pub const GLYPH_BADGE: f32 = 18.0;
/// Space between a badge's edge and its glyph.
pub const GLYPH_BADGE_PADDING: f32 = 3.0;
/// Margin of a pane on the side of the hatch.
pub const HATCH_MARGIN: f32 = HATCH_WIDTH + 2.0 * EDGE;
/// Width of the hatch beside what only one article says.
pub const HATCH_WIDTH: f32 = 6.0;
/// Distance of the hatch's lines.
pub const HATCH_STEP: f32 = 5.0;
/// Seconds in which a selected statement scrolls into view.
const GLIDE: f32 = 0.18;

/// Seconds in which a selected statement scrolls into view; 0 where animations are switched off.
pub fn glide_seconds(ui: &egui::Ui) -> f32 {
    if ui.style().animation_time > 0.0 { GLIDE } else { 0.0 }
}

/// Height of a line in a cell of the matrix.
pub const CELL_LINE: f32 = 18.0;
/// Space between a cell's edge and its words.
pub const CELL_PADDING: f32 = 1.5 * UNIT;
/// Space between a cell's tint and the lines around it.
pub const CELL_GAP: f32 = UNIT / 2.0;
/// Width of a column from which two lines a row hold enough of a statement; narrower ones have three.
pub const COLUMN_WIDE: f32 = 240.0;
/// Height of the matrix's header: letter and date, and two lines of title.
pub const MATRIX_HEADER: f32 = 19.0 * UNIT;
/// Height of the band above the header for each row of brackets around sources that carry the same copy: a line of words,
/// and below it the bracket.
pub const ECHO_BAND: f32 = 7.0 * UNIT;
/// How narrow and how wide the column of claims is.
pub const CLAIM_WIDTHS: std::ops::RangeInclusive<f32> = 196.0..=420.0;
/// Share of the matrix's width that the column of claims takes within those bounds.
pub const CLAIM_SHARE: f32 = 0.27;
/// Least width of the column of a source; with more sources than fit, the matrix scrolls.
pub const COLUMN_LEAST: f32 = 160.0;
/// Side length of a glyph in a cell.
pub const CELL_GLYPH: f32 = 12.0;
/// Width of the status of a claim, before its title.
pub const STATUS_WIDTH: f32 = 6.0 * UNIT;
/// Width of the field to search in.
pub const SEARCH_WIDTH: f32 = 48.0 * UNIT;
/// Width of the frozen column of the timeline that names the sources.
pub const LANE_NAMES: f32 = 196.0;
/// Height of the axis of the timeline: a line of days and a line of what they are of.
pub const AXIS_HEIGHT: f32 = 44.0;
/// Height of a row of events in a lane.
pub const EVENT_ROW: f32 = 22.0;
/// Height of an event's mark, and its width where it is shorter than it is high.
pub const EVENT_MARK: f32 = 10.0;
/// Space above and below the events of a lane; ribbons between lanes turn there.
pub const LANE_PAD: f32 = 2.5 * UNIT;
/// Height of a lane, at least: two lines and a margin.
pub const LANE_LEAST: f32 = 14.0 * UNIT;
/// How much higher than needed a lane is made where there is room, at most.
pub const LANE_SLACK: f32 = 8.0 * UNIT;
/// Height of a lane from which its title takes two lines.
pub const LANE_TITLE: f32 = 18.0 * UNIT;
/// How far an open end leads on.
pub const OPEN_STUB: f32 = 5.0 * UNIT;
/// Room at both ends of a lane, for the arrows that tell of events outside.
pub const TIME_GUTTER: f32 = 8.0 * UNIT;
/// Room for words after the last event of the axis: at most twice, at least half of it.
pub const TIME_TAIL: f32 = 28.0 * UNIT;
/// Space between two events of a row.
pub const EVENT_GAP: f32 = 3.0 * UNIT;
/// Width of the badge that stands for several events.
pub const CLUSTER_WIDTH: f32 = 7.0 * UNIT;
/// Least distance of two ticks of the axis.
pub const TICK_DISTANCE: f32 = 44.0;
/// How far the soft end of a year or a month fades, at most.
pub const SOFT_END: f32 = 4.0 * UNIT;
