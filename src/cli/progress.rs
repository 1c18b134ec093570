//! The bar on a terminal's standard error.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fmt::Arguments;
use std::time::Duration;

pub struct Progress(ProgressBar);

impl Progress {
    /// Shows nothing where standard error is no terminal.
    pub fn start(bytes: Option<u64>) -> Progress {
        let bar = ProgressBar::with_draw_target(bytes, ProgressDrawTarget::stderr());
        let template = match bytes {
            Some(_) => "{bar:30} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left {msg}",
            None => "{spinner} {bytes}, {bytes_per_sec} {msg}",
        };
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress(bar)
    }

    pub fn advance(&self, bytes: u64, articles: u64) {
        self.0.inc(bytes);
        self.0.set_message(format!("({articles} articles)"));
    }

    /// Writes a line to standard error, above the bar.
    pub fn say(&self, line: Arguments<'_>) {
        self.0.suspend(|| super::say(line));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
