#include "adapters/process/child_renderer.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <unistd.h>

#include <boost/asio/io_context.hpp>

#include "ports/renderer_contract.hpp"

namespace mrbill::content {
namespace {

namespace fs = std::filesystem;

struct ChildFixture {
  asio::io_context io;
  fs::path root = fs::temp_directory_path() / ("mrbill-renderer-test-" + std::to_string(::getpid()));
  WorkPool files{1, 16};
  ChildRenderer child{io,
                      {.video_program = MRBILL_STAND_IN_RENDERER,
                       .report_program = MRBILL_STAND_IN_RENDERER,
                       .scratch = root,
                       .readable = {"/usr/bin"}},  // it is written in Python
                      files};

  ~ChildFixture() { fs::remove_all(root); }
  Renderer& renderer() { return child; }
};

}  // namespace

INSTANTIATE_TYPED_TEST_SUITE_P(Child, RendererContract, ChildFixture);

TEST(Scratch, removes_what_a_dead_process_left_and_nothing_of_a_living_one) {
  const auto root = fs::temp_directory_path() / ("mrbill-scratch-test-" + std::to_string(::getpid()));
  fs::create_directories(root / "999999-0" / "3");
  std::ofstream(root / "999999-0" / "lock") << "";
  {
    Scratch living(root);
    const auto folder = living.make();
    EXPECT_FALSE(fs::exists(root / "999999-0"));
    const Scratch another(root);
    EXPECT_TRUE(fs::exists(folder / "out"));
  }
  EXPECT_TRUE(fs::is_empty(root));
  fs::remove_all(root);
}

}  // namespace mrbill::content
