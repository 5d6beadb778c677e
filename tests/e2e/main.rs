//! The built site in three browsers: one trial per scenario and browser.
//!
//! `cargo test -p tests --test e2e -- NAME` runs some of them; a browser that is missing is a failure, not a skip.

#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "names of our own files are in lower case"
)]
#![allow(
    clippy::float_cmp,
    reason = "counts, and positions that nothing moved, are the same to the last bit"
)]

mod access;
mod article;
mod booking;
mod draft;
mod embed;
mod explore;
mod files;
mod labels;
mod lifecycle;
mod markup;
mod neck;
mod paint;
mod privacy;
mod renderer;
mod sight;
mod told;
mod trouble;
mod views;

use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Trial};
use tests::Done;
use tests::browser::{Engine, Wishes, close_all, lend};
use tests::tab::Tab;
use tokio::runtime::Runtime;

type Play = Arc<dyn Fn(Tab) -> std::pin::Pin<Box<dyn Future<Output = Done> + Send>> + Send + Sync>;

/// One thing a user would miss.
struct Scenario {
    name: &'static str,
    wishes: Wishes,
    engines: &'static [Engine],
    play: Play,
}

/// Names scenarios after their functions.
macro_rules! scenarios {
    ($list:ident: $($module:ident :: $name:ident $(with $wishes:expr)? $(; only $engines:expr)?),+ $(,)?) => {$(
        #[allow(unused_mut)]
        let mut scenario = Scenario {
            name: concat!(stringify!($module), "::", stringify!($name)),
            wishes: Wishes::NONE,
            engines: &Engine::ALL,
            play: Arc::new(|tab| Box::pin($module::$name(tab))),
        };
        $(scenario.wishes = $wishes;)?
        $(scenario.engines = $engines;)?
        $list.push(scenario);
    )+};
}

/// Touch gestures that scroll, and scripting switched off, can be had from Chromium's driver alone.
const CHROMIUM: &[Engine] = &[Engine::Chromium];
/// WebKitGTK knows no forced colours.
const WITH_FORCED_COLOURS: &[Engine] = &[Engine::Chromium, Engine::Firefox];

fn scenarios() -> Vec<Scenario> {
    let mut list = Vec::new();
    scenarios!(list:
        article::is_whole_without_script,
        article::the_menu_opens_on_every_page,
        article::is_whole_with_scripts_switched_off; only CHROMIUM,
        article::says_who_where_and_what_first,
        article::links_lead_somewhere,
        article::the_emergency_number_can_be_dialled,
        article::narrow_and_zoomed_it_never_scrolls_sideways,
        article::prints_without_what_paper_cannot_do,
        article::prints_the_drawing_of_a_running_model; only CHROMIUM,
        booking::native_form_arrives_at_the_front_desk,
        booking::native_errors_come_back_with_what_was_typed,
        booking::errors_are_summed_up_where_the_focus_goes,
        booking::delivered_only_with_the_proof,
        booking::arrives_at_the_front_desk_with_script,
        draft::a_page_of_errors_starts_and_keeps_what_it_says,
        booking::two_presses_send_once,
        booking::what_the_desk_finds_wrong_stands_at_the_field,
        booking::failure_keeps_what_was_typed_and_shows_the_number,
        booking::uncertain_sends_the_same_request_again,
        draft::filled_in_for_somebody_else_it_is_another_request,
        booking::what_is_on_its_way_cannot_be_changed,
        booking::sent_again_it_says_when_it_takes_long,
        draft::draft_is_back_in_this_tab_and_gone_after_clear,
        draft::draft_is_forgotten_in_time_also_after_a_reload,
        draft::clear_empties_a_page_of_errors_too,
        draft::draft_is_gone_once_delivered_without_script,
        draft::a_page_of_a_busy_desk_still_leads_to_the_phone,
        told::an_error_goes_once_it_is_put_right,
        told::an_error_of_the_desks_page_goes_too,
        told::the_confirmation_says_what_was_chosen,
        told::a_reload_still_knows_what_was_sent,
        lifecycle::hydration_changes_nothing,
        lifecycle::what_was_typed_before_the_start_stays,
        lifecycle::removed_and_put_back_a_root_starts_again,
        lifecycle::put_back_before_it_began_a_root_starts_once,
        lifecycle::broken_booking_leaves_the_neck_alive,
        lifecycle::broken_neck_leaves_the_booking_alive,
        lifecycle::panic_ends_both_and_leaves_page_stills_and_form,
        lifecycle::without_wasm_everything_still_stands,
        lifecycle::nothing_complains,
        neck::starts_and_draws,
        neck::chooses_by_list,
        neck::chooses_by_tapping_the_picture,
        neck::structure_links_in_the_text_move_the_model,
        neck::a_sheet_answers_the_text_on_a_phone,
        neck::bends,
        explore::moves_and_looks_in_more_ways,
        explore::shows_a_muscle_when_it_is_meant,
        explore::lets_go_by_reset_and_escape,
        explore::comes_back_with_all_its_layers,
        explore::finds_parts_by_any_name,
        explore::isolates_and_looks_through,
        explore::chooses_one_side,
        explore::shows_how_long_a_muscle_is,
        explore::labels_stay_in_the_picture,
        labels::are_few_and_never_overlap,
        labels::are_more_on_a_whole_screen,
        labels::keep_off_what_is_chosen,
        labels::keep_still_while_the_model_turns,
        views::eight_by_button_and_by_key,
        views::a_double_click_leads_close_to_a_part,
        views::zooms_by_wheel_with_ctrl_alone,
        views::hides_a_part,
        views::each_act_is_told_once,
        views::a_weak_machine_shows_the_drawing_until_asked,
        explore::peels_the_muscles_layer_by_layer,
        neck::turns_by_mouse_keys_and_buttons,
        neck::a_finger_turns_sideways_and_scrolls_upright; only CHROMIUM,
        neck::draws_nothing_at_rest_and_little_in_a_frame,
        renderer::canvas_and_native_picture_agree,
        trouble::comes_back_after_the_context_is_lost,
        trouble::a_context_that_stays_lost_leaves_the_drawing,
        trouble::without_webgl_stills_list_and_texts_work,
        trouble::refused_model_leaves_stills_and_texts,
        trouble::refused_second_file_leaves_drawing_and_texts,
        trouble::words_that_come_late_are_told,
        trouble::the_drawing_shows_until_all_of_it_is_there,
        trouble::gives_and_takes_its_scene,
        trouble::takes_a_scene_before_it_is_defined_and_finds_the_words,
        access::keyboard_alone_makes_the_whole_journey,
        access::axe_finds_nothing_wrong_in_any_state,
        access::axe_finds_nothing_wrong_in_the_dark with Wishes::DARK,
        access::dark_is_dark_and_readable with Wishes::DARK,
        access::light_is_light_and_readable,
        access::nothing_moves_for_who_wants_stillness with Wishes::STILL,
        access::forced_colours_keep_everything_usable with Wishes::FORCED_COLOURS; only WITH_FORCED_COLOURS,
        access::what_is_pressed_is_large_enough,
        sight::focus_stays_in_the_window,
        sight::no_way_to_the_form_while_it_is_in_sight,
        paint::the_first_screen_needs_nothing_but_its_page; only CHROMIUM,
        paint::headings_break_alike_in_every_serif,
        paint::nothing_shifts; only CHROMIUM,
        privacy::what_is_typed_goes_nowhere_else,
        privacy::only_our_own_host_is_asked,
        embed::both_elements_work_on_a_foreign_page,
        embed::a_request_from_a_foreign_page_arrives,
        embed::a_hosts_theme_ends_where_the_elements_begin,
        embed::what_does_not_come_leaves_the_owners_words_and_is_tried_again,
        embed::divs_mean_the_same_where_tags_are_filtered,
        embed::a_frame_in_a_foreign_page_keeps_what_happens_inside,
        embed::a_div_may_come_late_and_go,
        embed::a_name_of_the_hosts_is_no_button_of_ours,
        embed::an_endpoint_of_ours_is_ours_on_a_foreign_page,
        embed::the_host_page_stays_as_it_was,
    );
    list
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // One browser of each kind at a time is what two cores carry.
    arguments.test_threads = arguments.test_threads.or(Some(3));
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(3).enable_all().build() {
        // Trials run on threads that outlive nothing but this program.
        Ok(runtime) => &*Box::leak(Box::new(runtime)),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let trials = match tests::project::dist() {
        Ok(_) => files::trials().into_iter().chain(in_browsers(runtime)).collect(),
        // Said once, not a hundred times.
        Err(problem) => vec![Trial::test("the_site_is_built", move || Err(problem.0.into()))],
    };
    let conclusion = libtest_mimic::run(&arguments, trials);
    runtime.block_on(close_all());
    conclusion.exit_code()
}

/// A trial for every scenario and browser.
fn in_browsers(runtime: &'static Runtime) -> impl Iterator<Item = Trial> {
    let pairs = scenarios().into_iter().flat_map(|Scenario { name, wishes, engines, play }| {
        engines.iter().map(move |&engine| (name, wishes, engine, Arc::clone(&play)))
    });
    pairs.map(move |(name, wishes, engine, play)| {
        Trial::test(format!("{name}::{}", engine.name()), move || {
            let run = lend(engine, wishes, name, move |tab| play(tab));
            runtime.block_on(run).map_err(|problem| problem.0.into())
        })
    })
}
