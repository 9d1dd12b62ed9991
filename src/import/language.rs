//! Which language a text is written in.

use whatlang::{Info, Lang, Script};

/// Texts of fewer words are too short to tell.
const FEWEST_WORDS: usize = 5;
/// Of fewer words in Latin script, the detector is not believed when it says that they are not English.
const FEWEST_SURE: usize = 8;
/// Bytes looked at.
const SAMPLE: usize = 20_000;
/// Share of English function words, of all words, that makes a text English where the detector is unsure: running English
/// has about 0.4, other languages under 0.05.
const ENGLISH_SHARE: f32 = 0.15;

/// ISO 639-1 code of the language; empty if undecided. Latin script that is too short to tell, or that the detector is
/// unsure of and that has English function words, is taken for English: a wrong "no" costs all verdicts of a source.
pub(super) fn language(text: &str) -> String {
    let sample = sample(text);
    let found = whatlang::detect(sample);
    let latin = whatlang::detect_script(sample).is_none_or(|script| script == Script::Latin);
    let words = sample.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
    let code = match found {
        _ if latin && words < FEWEST_WORDS => "en",
        Some(info) if info.lang() == Lang::Eng => "en",
        _ if latin && english_share(sample) >= ENGLISH_SHARE => "en",
        Some(info) if is_sure(&info, words) => code(info.lang()),
        _ if latin && words < 20 => "en",
        _ => "",
    };
    code.to_owned()
}

/// Name of a language in English, for messages; the code itself where it is not known.
pub(super) fn name(language: &str) -> &str {
    Lang::all().iter().find(|lang| code(**lang) == language).map_or(language, |lang| lang.eng_name())
}

fn is_sure(info: &Info, words: usize) -> bool {
    info.script() != Script::Latin || info.is_reliable() && words >= FEWEST_SURE
}

fn sample(text: &str) -> &str {
    let mut end = SAMPLE.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Function words that are rare in other languages of Latin script.
const ENGLISH: [&str; 24] = [
    "the", "of", "and", "to", "that", "with", "said", "was", "were", "has", "have", "from", "which", "this", "by",
    "they", "will", "is", "for", "are", "after", "been", "who", "would",
];

fn english_share(text: &str) -> f32 {
    let mut all = 0_u32;
    let mut english = 0_u32;
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        all += 1;
        english += u32::from(ENGLISH.iter().any(|known| known.eq_ignore_ascii_case(word)));
    }
    if all == 0 { 0.0 } else { english as f32 / all as f32 }
}

/// ISO 639-1 code of a language the detector knows (it speaks ISO 639-3).
fn code(lang: Lang) -> &'static str {
    const CODES: &str = "afr af aka ak amh am ara ar aze az bel be ben bn bul bg cat ca ces cs cmn zh cym cy dan da deu de ell el \
        eng en epo eo est et fin fi fra fr guj gu heb he hin hi hrv hr hun hu hye hy ind id ita it jav jv jpn ja kan kn kat ka \
        khm km kor ko lat la lav lv lit lt mal ml mar mr mkd mk mya my nep ne nld nl nob nb ori or pan pa pes fa pol pl por pt \
        ron ro rus ru sin si slk sk slv sl sna sn spa es srp sr swe sv tam ta tel te tgl tl tha th tuk tk tur tr ukr uk urd ur \
        uzb uz vie vi yid yi zul zu";
    let mut codes = CODES.split_whitespace();
    while let (Some(long), Some(short)) = (codes.next(), codes.next()) {
        if long == lang.code() {
            return short;
        }
    }
    lang.code()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_of_a_table() {
        for line in include_str!("../../tests/data/import/languages.txt").lines() {
            let Some((expected, text)) = line.split_once('\t') else { continue };
            assert_eq!(language(text), expected, "{text}");
        }
    }

    #[test]
    fn every_language_has_a_short_code() {
        for lang in Lang::all() {
            assert_eq!(code(*lang).len(), 2, "{}", lang.code());
        }
        assert_eq!(name("de"), "German");
    }
}
