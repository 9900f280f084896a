//! The browser's database (IndexedDB) as futures: a few kinds of record by key, read and written
//! in transactions.
//!
//! Ours and not a crate: the ones there are bring `num-traits` with its `std` feature, which would
//! change the last bit of every logarithm in the program (README, «Invariants»).

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction, IdbTransactionMode,
};

/// Kinds of record, each by its key; all are JSON text but for the inbox, which holds files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A scenario's document, by its id.
    Document,
    /// Its line of the library.
    Summary,
    /// Its undo history.
    History,
    /// Its former versions, by id, kind and time.
    Version,
    /// What could not be read, set aside.
    Damaged,
    /// Files dropped onto the page, until the library takes them up.
    Inbox,
    /// Facts about the database itself.
    About,
    /// Of the database of municipalities: a table's text, by municipality and file.
    Table,
    /// A municipality as the engine takes it.
    Packed,
    /// What the list of municipalities says of one.
    Town,
}

impl Kind {
    /// Of the database of scenarios.
    pub const ALL: &[Self] = &[
        Self::Document,
        Self::Summary,
        Self::History,
        Self::Version,
        Self::Damaged,
        Self::Inbox,
        Self::About,
    ];
    /// Of the database of municipalities.
    pub const OF_TOWNS: &[Self] = &[Self::Table, Self::Packed, Self::Town];

    const fn name(self) -> &'static str {
        match self {
            Self::Document => "documents",
            Self::Summary => "summaries",
            Self::History => "histories",
            Self::Version => "versions",
            Self::Damaged => "damaged",
            Self::Inbox => "inbox",
            Self::About => "about",
            Self::Table => "tables",
            Self::Packed => "packed",
            Self::Town => "towns",
        }
    }
}

/// Why the browser did not keep or give something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser does not let this page store anything.
    Forbidden,
    /// No room is left.
    Full,
    /// A newer program's records, which this one only reads.
    ReadOnly,
    /// Something else went wrong: the browser's own words.
    Other(String),
}

impl Fault {
    fn of(error: &JsValue) -> Self {
        match error.dyn_ref::<DomException>() {
            Some(error) if error.name() == "QuotaExceededError" => Self::Full,
            Some(error) if ["SecurityError", "InvalidStateError"].contains(&&*error.name()) => {
                Self::Forbidden
            }
            Some(error) => Self::Other(format!("{} {}", error.name(), error.message())),
            None => Self::Other(format!("{error:?}")),
        }
    }
}

pub struct Database {
    inner: IdbDatabase,
    kinds: &'static [Kind],
}

/// Opening takes a few milliseconds; where it never ends, the page goes on without storage.
const PATIENCE_MS: i32 = 3_000;

impl Database {
    pub async fn open(name: &str, kinds: &'static [Kind]) -> Result<Self, Fault> {
        let window = web_sys::window().ok_or(Fault::Forbidden)?;
        let factory = window.indexed_db().ok().flatten().ok_or(Fault::Forbidden)?;
        // The browser's own version stays 1 for ever: what changes is the form of the records,
        // which `About` names, so that an older program can still read a newer database.
        let request = factory.open_with_u32(name, 1).map_err(|_| Fault::Forbidden)?;
        let on_upgrade = {
            let request = request.clone();
            Closure::once(move || make_stores(&request, kinds))
        };
        request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
        let race = Array::of2(&promise(&request), &rejection_after(PATIENCE_MS));
        let opened = JsFuture::from(Promise::race(&race)).await;
        drop(on_upgrade);
        let database: IdbDatabase = opened.map_err(|error| Fault::of(&error))?.unchecked_into();
        // Another tab that erases everything must not have to wait for this one.
        let on_version_change = {
            let database = database.clone();
            Closure::<dyn FnMut()>::new(move || database.close())
        };
        database.set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        on_version_change.forget();
        Ok(Self { inner: database, kinds })
    }

    pub fn read(&self) -> Result<Transaction, Fault> {
        self.begin(IdbTransactionMode::Readonly)
    }

    pub fn write(&self) -> Result<Transaction, Fault> {
        self.begin(IdbTransactionMode::Readwrite)
    }

    /// Every transaction spans all kinds: two writers can then never come in between each other.
    fn begin(&self, mode: IdbTransactionMode) -> Result<Transaction, Fault> {
        let names: Array = self.kinds.iter().map(|kind| JsValue::from_str(kind.name())).collect();
        let inner = self
            .inner
            .transaction_with_str_sequence_and_mode(&names, mode)
            .map_err(|error| Fault::of(&error))?;
        let end = end_of(&inner);
        Ok(Transaction { inner, end })
    }
}

fn make_stores(request: &IdbOpenDbRequest, kinds: &[Kind]) {
    let Ok(database) = request.result() else { return };
    let database: IdbDatabase = database.unchecked_into();
    for kind in kinds {
        // A store that cannot be made shows at the first transaction, which names them all.
        database.create_object_store(kind.name()).ok();
    }
}

fn rejection_after(ms: i32) -> Promise {
    Promise::new(&mut |_, reject| {
        let window = web_sys::window().expect("storage is used from the page only");
        let late = JsValue::from_str("the database does not open");
        // Without a timer there is no limit, and the opening decides alone.
        window.set_timeout_with_callback_and_timeout_and_arguments_1(&reject, ms, &late).ok();
    })
}

/// Everything done through it happens, or nothing.
pub struct Transaction {
    inner: IdbTransaction,
    end: Promise,
}

impl Transaction {
    fn store(&self, kind: Kind) -> Result<IdbObjectStore, Fault> {
        self.inner.object_store(kind.name()).map_err(|error| Fault::of(&error))
    }

    pub async fn get(&self, kind: Kind, key: &str) -> Result<Option<String>, Fault> {
        Ok(self.get_any(kind, key).await?.as_string())
    }

    pub async fn get_any(&self, kind: Kind, key: &str) -> Result<JsValue, Fault> {
        outcome(self.store(kind)?.get(&key.into())).await
    }

    /// Keys in order, of all or of those that begin like this.
    pub async fn keys(&self, kind: Kind, beginning: &str) -> Result<Vec<String>, Fault> {
        let store = self.store(kind)?;
        let found = outcome(store.get_all_keys_with_key(&range(beginning)?)).await?;
        Ok(Array::from(&found).iter().filter_map(|key| key.as_string()).collect())
    }

    /// Texts in the order of their keys; none where a record is no text.
    pub async fn all(&self, kind: Kind, beginning: &str) -> Result<Vec<Option<String>>, Fault> {
        let store = self.store(kind)?;
        let found = outcome(store.get_all_with_key(&range(beginning)?)).await?;
        Ok(Array::from(&found).iter().map(|value| value.as_string()).collect())
    }

    pub fn put(&self, kind: Kind, key: &str, text: &str) -> Result<(), Fault> {
        self.put_any(kind, key, &JsValue::from_str(text))
    }

    pub fn put_any(&self, kind: Kind, key: &str, value: &JsValue) -> Result<(), Fault> {
        let put = self.store(kind)?.put_with_key(value, &key.into());
        put.map(drop).map_err(|error| Fault::of(&error))
    }

    pub fn delete(&self, kind: Kind, key: &str) -> Result<(), Fault> {
        self.store(kind)?.delete(&key.into()).map(drop).map_err(|error| Fault::of(&error))
    }

    /// Waits until everything is kept, or says why nothing was.
    pub async fn done(self) -> Result<(), Fault> {
        JsFuture::from(self.end).await.map(drop).map_err(|error| Fault::of(&error))
    }
}

/// All keys that begin like this.
fn range(beginning: &str) -> Result<JsValue, Fault> {
    let end = format!("{beginning}\u{ffff}");
    IdbKeyRange::bound(&beginning.into(), &end.into())
        .map(JsValue::from)
        .map_err(|error| Fault::of(&error))
}

async fn outcome(request: Result<IdbRequest, JsValue>) -> Result<JsValue, Fault> {
    let request = request.map_err(|error| Fault::of(&error))?;
    JsFuture::from(promise(&request)).await.map_err(|error| Fault::of(&error))
}

/// Handlers of one request; they live until one of them has been called.
type Handlers = Rc<RefCell<Vec<Closure<dyn FnMut()>>>>;

fn promise(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let handlers: Handlers = Rc::default();
        let on_success = {
            let (request, kept) = (request.clone(), handlers.clone());
            Closure::<dyn FnMut()>::new(move || {
                let result = request.result().unwrap_or(JsValue::UNDEFINED);
                // A promise's own function cannot throw.
                resolve.call1(&JsValue::NULL, &result).ok();
                release(&kept);
            })
        };
        let on_error = {
            let (request, kept) = (request.clone(), handlers.clone());
            Closure::<dyn FnMut()>::new(move || {
                let error = request.error().ok().flatten().map_or(JsValue::NULL, JsValue::from);
                reject.call1(&JsValue::NULL, &error).ok();
                release(&kept);
            })
        };
        request.set_onsuccess(Some(on_success.as_ref().unchecked_ref()));
        request.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        handlers.borrow_mut().extend([on_success, on_error]);
    })
}

/// Resolved when the transaction is complete, rejected with the browser's reason when it is not.
fn end_of(transaction: &IdbTransaction) -> Promise {
    let end = Promise::new(&mut |resolve, reject| {
        let handlers: Handlers = Rc::default();
        let on_complete = {
            let kept = handlers.clone();
            Closure::<dyn FnMut()>::new(move || {
                resolve.call0(&JsValue::NULL).ok();
                release(&kept);
            })
        };
        let on_abort = {
            let (transaction, kept) = (transaction.clone(), handlers.clone());
            Closure::<dyn FnMut()>::new(move || {
                let error = transaction.error().map_or(JsValue::NULL, JsValue::from);
                reject.call1(&JsValue::NULL, &error).ok();
                release(&kept);
            })
        };
        transaction.set_oncomplete(Some(on_complete.as_ref().unchecked_ref()));
        transaction.set_onabort(Some(on_abort.as_ref().unchecked_ref()));
        handlers.borrow_mut().extend([on_complete, on_abort]);
    });
    // Whoever does not wait for the end must not make the browser log an unheard rejection.
    HEARD.with(|heard| drop(end.catch(heard)));
    end
}

thread_local! {
    static HEARD: Closure<dyn FnMut(JsValue)> = Closure::new(|_| ());
}

/// Handlers may not be dropped while one of them runs: on the next turn they can.
fn release(handlers: &Handlers) {
    let handlers = handlers.take();
    yew::platform::spawn_local(async move {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.ok();
        drop(handlers);
    });
}
