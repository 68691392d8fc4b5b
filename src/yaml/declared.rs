//! Declarations of scalars and lists.

use serde_json::Value;

use super::{Decimal, Declared, Shape, Spanned};
use crate::base::ItemCode;
use crate::thai::{Date, FiscalYear, Month};

macro_rules! declared {
    ($($type:ty: $shape:ident, $value:ident => $written:expr;)+) => {
        $(impl Declared for $type {
            fn shape() -> Shape {
                Shape::$shape
            }

            fn written(&self) -> Value {
                let $value = self;
                $written
            }
        })+
    };
}

declared! {
    String: Text, text => text.as_str().into();
    bool: YesNo, value => (*value).into();
    u32: Whole, number => (*number).into();
    usize: Whole, number => (*number).into();
    f64: Decimal, number => (*number).into();
    Decimal: Decimal, number => as_typed(*number);
    FiscalYear: FiscalYear, year => year.number().into();
    Date: Date, date => date.to_string().into();
    Month: Month, month => month.to_string().into();
    ItemCode: ItemCode, code => code.to_string().into();
}

/// A JSON number if that keeps the typed decimals, else a string: `68.30` must not become 68.3.
fn as_typed(number: Decimal) -> Value {
    let typed = format!("{:.*}", number.decimals, number.value);
    let number = serde_json::from_str(&typed).ok().filter(|number: &serde_json::Number| number.to_string() == typed);
    number.map_or_else(|| typed.into(), Value::Number)
}

impl<T: Declared> Declared for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn written(&self) -> Value {
        self.as_ref().map_or(Value::Null, Declared::written)
    }
}

impl<T: Declared> Declared for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn written(&self) -> Value {
        T::written(self)
    }
}

impl<T: Declared> Declared for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn written(&self) -> Value {
        self.iter().map(Declared::written).collect()
    }
}

impl<T: Declared> Declared for Spanned<T> {
    fn shape() -> Shape {
        Shape::AsWritten(Box::new(T::shape()))
    }

    fn written(&self) -> Value {
        let value = self.value.written();
        match &self.as_written {
            Some(as_written) => serde_json::json!({"value": value, "as_written": as_written}),
            None => value,
        }
    }
}
