//! The clap command tree with texts in one language, including those that clap would generate in
//! English (headings, values, its own options).

use clap::{Arg, Command, CommandFactory};

use super::arguments::Cli;
use crate::base::Lang;
use crate::words::help;

/// A help text in every language.
type HelpText = fn(Lang) -> &'static str;

/// All commands, with help texts in `lang`.
pub(super) fn in_lang(lang: Lang) -> Command {
    let mut command = without_values(Cli::command());
    // Adds what clap generates: `help`, `--help`, `--version`.
    command.build();
    with_words(command, "", lang)
}

/// Hides clap's lists of values and defaults: the help text names the values, and the default is
/// appended to it.
fn without_values(command: Command) -> Command {
    let hidden = |arg: Arg| match arg.get_action().takes_values() {
        true => arg.hide_possible_values(true).hide_default_value(true),
        false => arg,
    };
    command.mut_args(hidden).mut_subcommands(without_values)
}

fn with_words(mut command: Command, path: &str, lang: Lang) -> Command {
    let usage = usage(&mut command, lang);
    if let Some(about) = about(path) {
        command = command.about(about(lang));
    }
    let header = *command.get_styles().get_header();
    let heading = help::usage_heading(lang);
    command
        .help_template(format!("{{about-with-newline}}\n{header}{heading}{header:#} {{usage}}\n\n{{all-args}}"))
        .override_usage(usage)
        .subcommand_help_heading(help::commands_heading(lang))
        .mut_args(|arg| with_words_of(arg, path, lang))
        .mut_subcommands(|below| {
            let path = format!("{path} {}", below.get_name());
            with_words(below, path.trim_start(), lang)
        })
}

/// `prongsai check [OPTIONS]`
fn usage(command: &mut Command, lang: Lang) -> String {
    let text = command.render_usage().to_string();
    let text = text.strip_prefix("Usage:").map(str::trim).unwrap_or(&text);
    text.replace("OPTIONS", help::options_place(lang)).replace("COMMAND", help::command_place(lang))
}

fn with_words_of(arg: Arg, path: &str, lang: Lang) -> Arg {
    let heading = match (arg.is_positional(), common(arg.get_id().as_str())) {
        (true, _) => help::arguments_heading(lang),
        (false, Some(_)) => help::common_heading(lang),
        (false, None) => help::options_heading(lang),
    };
    // Under a heading of its own, clap sorts by name what has no order.
    let arg = match arg.get_index() {
        Some(index) => arg.display_order(index),
        None => arg,
    };
    let Some(words) = argument(path, arg.get_id().as_str()) else { return arg.help_heading(heading) };
    let mut text = words(lang).to_owned();
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if arg.get_action().takes_values() && !default.is_empty() {
        text += &help::default_value(lang, default.join(" "));
    }
    arg.help(text).help_heading(heading)
}

/// Description of a command; `help score check` has that of `score check`.
fn about(path: &str) -> Option<HelpText> {
    if path.ends_with("help") {
        return Some(help::help);
    }
    let named: Vec<&str> = path.split(' ').filter(|word| *word != "help").collect();
    Some(match named.join(" ").as_str() {
        "" => help::program,
        "new" => help::new,
        "new site" => help::new_site,
        "new year" => help::new_year,
        "new item" => help::new_item,
        "new page" => help::new_page,
        "form" => help::form,
        "import" => help::import,
        "build" => help::build,
        "serve" => help::serve,
        "publish" => help::publish,
        "verify" => help::verify,
        "check" => help::check,
        "move" => help::move_page,
        "convert" => help::convert,
        "due" => help::due,
        "search" => help::search,
        "sheet" => help::sheet,
        "explain" => help::explain,
        "schema" => help::schema,
        "score" => help::score,
        "score check" => help::score_check,
        "score forecast" => help::score_forecast,
        "score invert" => help::score_invert,
        _ => return None,
    })
}

/// Options common to all commands.
fn common(id: &str) -> Option<HelpText> {
    Some(match id {
        "root" => help::root,
        "lang" => help::lang,
        "color" => help::color,
        "quiet" => help::quiet,
        "help" => help::help_option,
        "version" => help::version,
        _ => return None,
    })
}

/// Help text of an argument.
pub(super) fn argument(path: &str, id: &str) -> Option<HelpText> {
    Some(match (path, id) {
        ("build" | "publish", "out") => help::out_folder,
        ("sheet", "out") => help::sheet_out,
        (_, "out") => help::out_file,
        ("new site", "dir") => help::new_site_dir,
        ("new site", "name") => help::new_site_name,
        ("new site", "kind") => help::new_site_type,
        ("new site", "district") => help::new_site_district,
        ("new site", "province") => help::new_site_province,
        ("new site", "units") => help::new_site_unit,
        ("new site", "base_url") => help::new_site_base_url,
        ("new site", "years") => help::new_site_year,
        ("new year", "from") => help::new_year_from,
        ("new item", "items") => help::new_item_code,
        ("new page", "name") => help::new_page_name,
        (_, "base_url") => help::base_url,
        (_, "drafts") => help::drafts,
        (_, "strict") => help::strict,
        (_, "today") => help::today,
        ("due", "year") => help::due_year,
        ("due", "format") => help::due_format,
        ("search", "query") => help::search_query,
        ("search", "year") => help::search_year,
        ("search", "item") => help::search_item,
        ("search", "unit") => help::search_unit,
        ("search", "json") => help::search_json,
        (_, "year") => help::year,
        ("form", "item") => help::form_item,
        ("form", "file") => help::form_file,
        ("import", "files") => help::import_files,
        ("import", "item") => help::import_item,
        ("import", "format") => help::import_format,
        ("check", "format") => help::check_format,
        ("sheet", "format") => help::sheet_format,
        (_, "format") => help::answer_format,
        ("build", "timings") => help::build_timings,
        ("serve", "port") => help::serve_port,
        ("serve", "open") => help::serve_open,
        ("serve", "poll") => help::serve_poll,
        ("publish", "note") => help::publish_note,
        ("publish", "restore") => help::publish_restore,
        ("publish", "pack") => help::publish_pack,
        ("verify", "copy") => help::verify_copy,
        ("verify", "signers") => help::verify_signers,
        ("verify", "statement") => help::verify_statement,
        ("verify", "timeout") => help::verify_timeout,
        ("check", "external") => help::check_external,
        ("check", "timeout") => help::check_timeout,
        ("move", "old") => help::move_old,
        ("move", "new") => help::move_new,
        ("move", "yes") => help::move_yes,
        ("convert", "files") => help::convert_files,
        ("explain", "topic") => help::explain_topic,
        ("explain", "name") => help::explain_name,
        ("schema", "kind") => help::schema_kind,
        ("score invert", "indicator") => help::invert_indicator,
        ("score invert", "value") => help::invert_value,
        (path, "subcommand") if path.ends_with("help") => help::help_command,
        (_, id) => return common(id),
    })
}

#[cfg(test)]
mod tests;
