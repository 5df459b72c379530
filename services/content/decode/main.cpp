// mrbill-content-decode: an uploaded track into samples. Only ever started by tracks::decode_track, within
// its sandbox.
#include <media/pcm_decoder.hpp>

int main(int argc, char** argv) {
  return mrbill::media::decoder_main(argc, argv);
}
