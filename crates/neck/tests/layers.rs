//! What is peeled and what is switched never contradict each other, in whatever order they come.

use neck::layers::{Layers, Switch};
use proptest::prelude::*;

#[derive(Debug, Clone, Copy)]
enum Step {
    Peel(i16),
    Press(usize),
    Put(usize, bool),
}

fn step() -> impl Strategy<Value = Step> {
    let switch = 0..Layers::SWITCHES.len();
    prop_oneof![
        (-10i16..120).prop_map(Step::Peel),
        switch.clone().prop_map(Step::Press),
        (switch, any::<bool>()).prop_map(|(place, on)| Step::Put(place, on)),
    ]
}

proptest! {
    #[test]
    fn slider_and_skin_say_the_same(steps in prop::collection::vec(step(), 1..12)) {
        let mut layers = Layers::default();
        for step in steps {
            match step {
                Step::Peel(wanted) => {
                    layers.peel(wanted);
                    prop_assert_eq!(i16::from(layers.peeled), wanted.clamp(0, 100) / 25 * 25);
                }
                Step::Press(place) => {
                    let was = layers.on[place];
                    prop_assert_eq!(layers.press(Layers::SWITCHES[place]), Some(!was));
                    prop_assert_eq!(layers.on[place], !was);
                }
                Step::Put(place, on) => {
                    layers.put(Layers::SWITCHES[place], on);
                    prop_assert_eq!(layers.on[place], on);
                }
            }
            let skin = layers.has(Switch::Skin);
            // The slider's words: with the skin at its least, without it from the first step on.
            prop_assert!(layers.peeled > Layers::STEP || skin == (layers.peeled == 0), "{} and {skin}", layers.peeled);
            prop_assert!(!(layers.has(Switch::Right) && layers.has(Switch::Left)));
        }
    }
}

#[test]
fn of_a_layer_and_a_skin_that_contradict_each_other_the_later_wins() {
    for (peeled, skin, then) in [(25, true, 0), (0, false, 25), (50, true, 50), (75, false, 75)] {
        let mut layers = Layers::default();
        layers.peel(peeled);
        layers.put("skin", skin);
        assert_eq!((layers.peeled, layers.has(Switch::Skin)), (then, skin), "{peeled}, {skin}");
    }
}

#[test]
fn what_is_no_switch_changes_nothing() {
    let mut layers = Layers::default();
    layers.put("nobody", true);
    assert_eq!((layers.press("nobody"), layers), (None, Layers::default()));
}
