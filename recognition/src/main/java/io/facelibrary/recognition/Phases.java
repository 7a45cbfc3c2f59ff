package io.facelibrary.recognition;

/**
 * Planes split into even and odd rows and columns, so that a stride of two pixels becomes a stride
 * of one.
 */
final class Phases {
  private Phases() {}

  /** The plane of a channel that holds the pixel at this offset: one of four. */
  static int channel(int channel, int down, int right) {
    return channel * 4 + Math.floorMod(down, 2) * 2 + Math.floorMod(right, 2);
  }

  static Planes of(Planes planes) {
    return new Planes(planes.channels * 4, (planes.height + 1) / 2, (planes.width + 1) / 2);
  }

  static void split(Planes from, Planes to) {
    for (int c = 0; c < from.channels; c++) {
      for (int phase = 0; phase < 4; phase++) {
        to.copyEverySecond(from.data[c], from, phase >> 1, phase & 1, to.data[c * 4 + phase]);
      }
    }
  }
}
