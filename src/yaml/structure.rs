//! Declaration of a mapping, from which everything else is derived.

/// Declares a mapping with known keys: its type, reader (which reports every error), writer, JSON,
/// and [`Shape`](super::Shape).
///
/// ```text
/// structure! {
///     /// A measure: what is to be done.
///     #[derive(Clone, Debug, PartialEq)]
///     pub struct Measure, "มาตรการหนึ่งข้อ", shown "ตารางมาตรการ" "the table of measures" {
///         /// Its id, also its anchor on the page.
///         pub id: Spanned<String> = required "id", "รหัสของมาตรการ", eg "m1";
///         /// How, step by step.
///         pub steps: Vec<Spanned<String>> = list "steps", "ขั้นตอน", eg "[ประชุม, ประกาศใช้]";
///     }
/// }
/// ```
///
/// The doc comment of a field is its English text. After the name of the structure: `short KEY` (a
/// lone scalar is the value of that key) and `then FUNCTION` (checks the values against each
/// other). The word before the key is the read mode: `required`; `optional`; `list`; `or_default`,
/// the default of its type if absent; `or(VALUE)`. After the Thai text, in this order: `eg`, an
/// example in YAML; `also KEY`, an alternative key that its reader requests; `shown`, if shown
/// elsewhere than the structure; `twin always` or `twin never`, for the JSON of the page, which
/// otherwise omits absent values and defaults; `by FUNCTION`, a custom reader. A final `with {…}`
/// adds a field that is not in the file and is set by the function of `then`.
macro_rules! structure {
    (
        $(#[doc = $doc:literal])+
        #[derive($($derived:ident),+)]
        $visibility:vis struct $name:ident, $thai:literal, shown $shown_thai:literal $shown_english:literal
        $(, short $short:literal)? $(, then $check:path)? {
            $(
                $(#[doc = $field_doc:literal])+
                $field_visibility:vis $field:ident: $type:ty =
                $mode:ident $(($or:expr))? $key:literal, $field_thai:literal
                $(, eg $example:literal)? $(, also $also:literal)?
                $(, shown $at_thai:literal $at_english:literal)?
                $(, twin $twin:ident)? $(, by $reader:path)? ;
            )+
        }
        $(with { $(#[doc = $with_doc:literal])+ $with_visibility:vis $with:ident: $with_type:ty = $with_value:expr; })?
    ) => {
        $(#[doc = $doc])+
        #[doc = ""]
        #[doc = $thai]
        #[derive($($derived),+)]
        $visibility struct $name {
            $(
                $(#[doc = $field_doc])+
                #[doc = ""]
                #[doc = $field_thai]
                $field_visibility $field: $type,
            )+
            $($(#[doc = $with_doc])+ $with_visibility $with: $with_type,)?
        }

        impl $crate::yaml::FromNode for $name {
            fn from_node(node: &$crate::yaml::Node, context: &mut $crate::yaml::Context<'_>) -> Option<Self> {
                $(
                    let long = node.as_value_of($short);
                    let node = long.as_ref().unwrap_or(node);
                )?
                let mut fields = $crate::yaml::Fields::of(node, context);
                $(let $field = $crate::yaml::structure!(@read fields [$($reader)?] $mode $(($or))? $key);)+
                fields.finish()?;
                #[allow(unused_mut)]
                let mut read = Self {
                    $($field: $crate::yaml::structure!(@taken $field [$($reader)?] $mode),)+
                    $($with: $with_value,)?
                };
                $($check(&mut read, context);)?
                Some(read)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_imports)]
                use serde::ser::SerializeMap;
                #[allow(unused_mut)]
                let mut map = serializer.serialize_map(None)?;
                $($crate::yaml::structure!(@twin [$($twin)?] (self.$field) map [$mode $(($or))?] $key);)+
                map.end()
            }
        }

        impl $crate::yaml::Declared for $name {
            fn shape() -> $crate::yaml::Shape {
                const FIELDS: &[$crate::yaml::StructureField] = &[$($crate::yaml::StructureField {
                    key: $key,
                    also: $crate::yaml::structure!(@maybe [$($also)?]),
                    is_required: $crate::yaml::structure!(@required $mode),
                    shape: <$type as $crate::yaml::Declared>::shape,
                    about: $crate::yaml::Description { thai: $field_thai, english: concat!($($field_doc),+) },
                    example: $crate::yaml::structure!(@maybe [$($example)?]),
                    shown: $crate::yaml::structure!(
                        @maybe [$($crate::yaml::Description { thai: $at_thai, english: $at_english })?]
                    ),
                }),+];
                const STRUCTURE: $crate::yaml::Structure = $crate::yaml::Structure {
                    name: stringify!($name),
                    about: $crate::yaml::Description { thai: $thai, english: concat!($($doc),+) },
                    shown: $crate::yaml::Description { thai: $shown_thai, english: $shown_english },
                    short: $crate::yaml::structure!(@maybe [$($short)?]),
                    fields: FIELDS,
                };
                $crate::yaml::Shape::Structure(&STRUCTURE)
            }

            fn written(&self) -> serde_json::Value {
                let mut map = serde_json::Map::new();
                $(
                    if $crate::yaml::structure!(@said (self.$field) $mode $(($or))?) {
                        map.insert($key.to_owned(), $crate::yaml::Declared::written(&self.$field));
                    }
                )+
                $(
                    if map.len() == 1 && let Some(alone @ serde_json::Value::String(_)) = map.get($short) {
                        return alone.clone();
                    }
                )?
                serde_json::Value::Object(map)
            }
        }
    };

    (@read $fields:ident [$reader:path] $mode:ident $(($or:expr))? $key:literal) => { $reader(&mut $fields) };
    (@read $fields:ident [] or_default $key:literal) => { $fields.optional($key).unwrap_or_default() };
    (@read $fields:ident [] or($or:expr) $key:literal) => { $fields.optional($key).unwrap_or($or) };
    (@read $fields:ident [] $mode:ident $key:literal) => { $fields.$mode($key) };

    (@taken $field:ident [$($reader:path)?] required) => { $field? };
    (@taken $field:ident [$($reader:path)?] $mode:ident) => { $field };

    (@said ($value:expr) required) => { true };
    (@said ($value:expr) optional) => { $value.is_some() };
    (@said ($value:expr) list) => { !$value.is_empty() };
    (@said ($value:expr) or_default) => { !$crate::yaml::is_default(&$value) };
    (@said ($value:expr) or($or:expr)) => { $value != $or };

    (@twin [never] ($value:expr) $map:ident $mode:tt $key:literal) => {};
    (@twin [always] ($value:expr) $map:ident $mode:tt $key:literal) => { $map.serialize_entry($key, &$value)?; };
    (@twin [] ($value:expr) $map:ident [$mode:ident $(($or:expr))?] $key:literal) => {
        if $crate::yaml::structure!(@said ($value) $mode $(($or))?) {
            $map.serialize_entry($key, &$value)?;
        }
    };

    (@required required) => { true };
    (@required $mode:ident) => { false };

    (@maybe []) => { None };
    (@maybe [$value:expr]) => { Some($value) };
}

/// True if the value equals that of an absent key.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

pub(crate) use structure;
