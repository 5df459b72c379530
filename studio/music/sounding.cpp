#include <base/unreachable.hpp>
#include <music/sounding.hpp>

namespace mrbill::music {

SoundingPtr start(const Timbre& timbre, const Note& note) {
  switch (timbre.instrument) {
    case Instrument::subtractive:
      return start_subtractive(timbre, note);
    case Instrument::keys:
      return start_keys(timbre, note);
    case Instrument::string:
      return start_string(timbre, note);
    case Instrument::piano:
    case Instrument::bell:
      return start_struck(timbre, note);
    case Instrument::kick:
    case Instrument::snare:
    case Instrument::clap:
    case Instrument::hat:
    case Instrument::shaker:
    case Instrument::rim:
    case Instrument::crackle:
      return start_drum(timbre, note);
  }
  unreachable();
}

}  // namespace mrbill::music
