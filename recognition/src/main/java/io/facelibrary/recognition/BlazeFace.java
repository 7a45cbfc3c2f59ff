package io.facelibrary.recognition;

import io.facelibrary.recognition.PlaneConvolution.Activation;
import io.facelibrary.recognition.internal.DetectorOutput;
import io.facelibrary.recognition.internal.ModelWeights;

/**
 * The network that finds faces: BlazeFace of MediaPipe, the variant for back cameras, on 256 x 256
 * pixels. Immutable; each thread passes its own {@link Scratch}.
 */
final class BlazeFace {
  static final int SIZE = 256;
  private static final int BLOCKS = 31;
  private static final int[] WIDTHS = {24, 24, 48, 96};
  private static final int BOX = 16;

  private final PlaneConvolution entry;
  private final SeparableBlock[] blocks = new SeparableBlock[BLOCKS];
  private final SeparableBlock last;
  private final PlaneConvolution[] scores;
  private final PlaneConvolution[] boxes;

  BlazeFace(ModelWeights weights) {
    entry =
        new PlaneConvolution(
            weights.take("unknown", 5, 5, 3, 24), weights.take("unknown_0", 24), 5, 3, 2, 1);
    for (int i = 0; i < BLOCKS; i++) {
      int in = width(i - 1);
      int out = width(i);
      blocks[i] =
          new SeparableBlock(
              weights.take("unknown_" + (4 * i + 1), 3, 3, in, 1),
              weights.take("unknown_" + (4 * i + 3), 1, 1, in, out),
              weights.take("unknown_" + (4 * i + 4), out),
              halves(i) ? 2 : 1);
    }
    last =
        new SeparableBlock(
            weights.take("unknown_125", 3, 3, 96, 1),
            weights.take("unknown_127", 1, 1, 96, 96),
            weights.take("unknown_128", 96),
            2);
    scores = new PlaneConvolution[] {head(weights, 135, 2), head(weights, 133, 6)};
    boxes = new PlaneConvolution[] {head(weights, 131, 2 * BOX), head(weights, 129, 6 * BOX)};
    weights.requireAllTaken();
  }

  private static PlaneConvolution head(ModelWeights weights, int tensor, int out) {
    return new PlaneConvolution(
        weights.take("unknown_" + tensor, 1, 1, 96, out),
        weights.take("unknown_" + (tensor + 1), out),
        1,
        96,
        1,
        0);
  }

  private static boolean halves(int block) {
    return block == 7 || block == 15 || block == 23;
  }

  private static int width(int block) {
    return block < 15 ? 24 : block < 23 ? 48 : 96;
  }

  /** The layers of an image in progress: about 14 MB. */
  static final class Scratch {
    private final Planes input = new Planes(3, SIZE, SIZE);
    private final Planes inputPhases = Phases.of(input);
    private final Planes[] one = new Planes[5];
    private final Planes[] other = new Planes[5];
    private final Planes[] phases = new Planes[4];
    private final Planes[] pooled = new Planes[4];
    private final Planes[] scores = {new Planes(2, 16, 16), new Planes(6, 8, 8)};
    private final Planes[] boxes = {new Planes(2 * BOX, 16, 16), new Planes(6 * BOX, 8, 8)};
    private final Tile filtered = new Tile(96);
    private final Tile tile = new Tile(96);

    Scratch() {
      for (int level = 0; level < 5; level++) {
        int size = (SIZE / 2) >> level;
        int channels = level < 4 ? WIDTHS[level] : 96;
        one[level] = new Planes(channels, size, size);
        other[level] = new Planes(channels, size, size);
        if (level > 0) {
          phases[level - 1] = Phases.of(one[level - 1]);
          pooled[level - 1] = new Planes(one[level - 1].channels, size, size);
        }
      }
    }
  }

  DetectorOutput detect(Kernel kernel, Scratch scratch, float[] rgb) {
    Planes x = enter(kernel, scratch, rgb);
    int level = 0;
    for (int i = 0; i < BLOCKS; i++) {
      if (halves(i)) {
        x = halve(kernel, scratch, blocks[i], x, level);
        level++;
      } else {
        Planes y = x == scratch.one[level] ? scratch.other[level] : scratch.one[level];
        blocks[i].apply(kernel, scratch.filtered, scratch.tile, x, x, y);
        x = y;
      }
    }
    float[] logits = new float[DetectorOutput.CANDIDATES];
    float[] boxValues = new float[DetectorOutput.CANDIDATES * DetectorOutput.VALUES];
    read(kernel, scratch, x, 0, logits, boxValues);
    Phases.split(x, scratch.phases[level]);
    last.apply(kernel, scratch.filtered, scratch.tile, scratch.phases[level], NONE, scratch.one[4]);
    read(kernel, scratch, scratch.one[4], 1, logits, boxValues);
    return new DetectorOutput(logits, boxValues);
  }

  private static final Planes NONE = new Planes(0, 1, 1);

  private Planes enter(Kernel kernel, Scratch scratch, float[] rgb) {
    Planes input = scratch.input;
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < SIZE; y++) {
        int to = input.row(y);
        int from = (c * SIZE + y) * SIZE;
        for (int x = 0; x < SIZE; x++) {
          input.data[c][to + x] = rgb[from + x] / 127.5f - 1;
        }
      }
    }
    Phases.split(input, scratch.inputPhases);
    entry.apply(kernel, scratch.tile, scratch.inputPhases, scratch.one[0], Activation.RECTIFIED);
    return scratch.one[0];
  }

  private static Planes halve(
      Kernel kernel, Scratch scratch, SeparableBlock block, Planes x, int level) {
    Planes phases = scratch.phases[level];
    Planes pooled = scratch.pooled[level];
    Phases.split(x, phases);
    for (int c = 0; c < x.channels; c++) {
      max(phases.data, 4 * c, pooled.data[c]);
    }
    Planes y = scratch.one[level + 1];
    block.apply(kernel, scratch.filtered, scratch.tile, phases, pooled, y);
    return y;
  }

  private static void max(float[][] phases, int first, float[] to) {
    float[] a = phases[first];
    float[] b = phases[first + 1];
    float[] c = phases[first + 2];
    float[] d = phases[first + 3];
    for (int i = 0; i < to.length; i++) {
      to[i] = Math.max(Math.max(a[i], b[i]), Math.max(c[i], d[i]));
    }
  }

  private void read(
      Kernel kernel, Scratch scratch, Planes x, int head, float[] logits, float[] boxValues) {
    Planes score = scratch.scores[head];
    Planes box = scratch.boxes[head];
    scores[head].apply(kernel, scratch.tile, x, score, Activation.LINEAR);
    boxes[head].apply(kernel, scratch.tile, x, box, Activation.LINEAR);
    int anchors = score.channels;
    int first = head == 0 ? 0 : 2 * 16 * 16;
    for (int y = 0; y < x.height; y++) {
      for (int column = 0; column < x.width; column++) {
        int at = score.row(y) + column;
        for (int anchor = 0; anchor < anchors; anchor++) {
          int candidate = first + (y * x.width + column) * anchors + anchor;
          logits[candidate] = score.data[anchor][at];
          for (int i = 0; i < BOX; i++) {
            boxValues[candidate * BOX + i] = box.data[anchor * BOX + i][at];
          }
        }
      }
    }
  }
}
