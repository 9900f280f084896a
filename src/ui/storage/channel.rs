//! Tabs tell each other what they have saved.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// Another tab has saved a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    pub id: String,
    pub revision: u64,
}

/// The line between tabs; where the browser has none, tabs still notice at their next save.
pub struct Channel {
    channel: Option<BroadcastChannel>,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    pub fn new(on_saved: impl Fn(Saved) + 'static) -> Self {
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            let saved = text.split_once(' ').and_then(|(revision, id)| {
                Some(Saved { id: id.to_owned(), revision: revision.parse().ok()? })
            });
            if let Some(saved) = saved {
                on_saved(saved);
            }
        });
        let channel = BroadcastChannel::new("mitoshi").ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        }
        Self { channel, _listener: listener }
    }

    pub fn tell(&self, saved: &Saved) {
        if let Some(channel) = &self.channel {
            // A tab that is not told notices by the revision when it saves.
            channel.post_message(&format!("{} {}", saved.revision, saved.id).into()).ok();
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}
