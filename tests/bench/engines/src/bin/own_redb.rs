//! The store of our own in redb, values encoded by borsh; only records that have changed are
//! written.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use prongsai_engines::measured::{Engine, run};
use prongsai_engines::own::{Record, Store};
use prongsai_engines::sources::Source;
use prongsai_engines::{Page, Result, Sha256};
use redb::{Database, ReadableDatabase, ReadableTable, TableDefinition};

const RECORDS: TableDefinition<&str, &[u8]> = TableDefinition::new("records");

struct InRedb {
    store: Store,
    database: Option<Database>,
    /// The inputs of each page on disk.
    written: HashMap<String, Sha256>,
}

impl Engine for InRedb {
    const PERSISTS: bool = true;

    fn new(sources: Vec<Source>) -> Self {
        Self { store: Store::new(sources, HashMap::new()), database: None, written: HashMap::new() }
    }

    fn edit(&mut self, at: usize, text: Arc<str>) {
        self.store.edit(at, text);
    }

    fn pages(&mut self) -> Vec<Arc<Page>> {
        self.store.pages()
    }

    fn save(&mut self, store: &Path) -> Result<()> {
        let database = self.database.take().map_or_else(|| Database::create(store), Ok)?;
        let transaction = database.begin_write()?;
        {
            let mut table = transaction.open_table(RECORDS)?;
            for (address, record) in self.store.records().filter(|(address, record)| self.written.get(*address) != Some(&record.inputs)) {
                table.insert(address, borsh::to_vec(&record)?.as_slice())?;
            }
        }
        transaction.commit()?;
        self.written = self.store.records().map(|(address, record)| (address.to_owned(), record.inputs)).collect();
        self.database = Some(database);
        Ok(())
    }

    fn load(store: &Path, sources: Vec<Source>) -> Result<Self> {
        let database = Database::open(store)?;
        let mut records: HashMap<String, Record> = HashMap::new();
        for entry in database.begin_read()?.open_table(RECORDS)?.iter()? {
            let (address, record) = entry?;
            records.insert(address.value().to_owned(), borsh::from_slice(record.value())?);
        }
        let written = records.iter().map(|(address, record)| (address.clone(), record.inputs)).collect();
        Ok(Self { store: Store::new(sources, records), database: Some(database), written })
    }
}

fn main() -> Result<()> {
    run::<InRedb>()
}
