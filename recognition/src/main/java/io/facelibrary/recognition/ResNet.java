package io.facelibrary.recognition;

import io.facelibrary.recognition.PlaneConvolution.Activation;
import io.facelibrary.recognition.internal.FaceNetworks;
import io.facelibrary.recognition.internal.ModelWeights;
import java.util.Arrays;

/**
 * The network that computes the embedding of a face: the face recognition ResNet of dlib, on 150 x
 * 150 pixels. Immutable; each thread passes its own {@link Scratch}.
 */
final class ResNet {
  static final int SIZE = 150;
  private static final int DIMENSIONS = FaceNetworks.DIMENSIONS;
  private static final float[] MEAN = {122.782f, 117.001f, 104.298f};

  private final PlaneConvolution entry;
  private final PlaneConvolution[] stage32;
  private final PlaneConvolution[] stage64;
  private final PixelConvolution[] stage128;
  private final PixelConvolution[] stage256;
  private final PixelConvolution[] end;
  private final float[] matrix;

  ResNet(ModelWeights weights) {
    Reader reader = new Reader(weights);
    entry = reader.plane("conv32_down", 7, 3, 32, 2, 0);
    stage32 = reader.planes("conv32_", 3, 32);
    PlaneConvolution[] down = {
      reader.plane("conv64_down/conv1", 3, 32, 64, 2, 0),
      reader.plane("conv64_down/conv2", 3, 64, 64, 1, 1)
    };
    stage64 = concat(down, reader.planes("conv64_", 3, 64));
    stage128 = reader.pixels("conv128_", 2, 64, 128, 17, 8, 8);
    stage256 = reader.pixels("conv256_", 2, 128, 256, 8, 3, 4);
    end =
        new PixelConvolution[] {
          reader.pixel("conv256_down_out/conv1", 256, 256, 4, 1, 2, 0),
          reader.pixel("conv256_down_out/conv2", 256, 256, 1, 1, 1, 1)
        };
    matrix = weights.take("fc", 256, DIMENSIONS);
    weights.requireAllTaken();
  }

  private static PlaneConvolution[] concat(PlaneConvolution[] first, PlaneConvolution[] then) {
    PlaneConvolution[] all = Arrays.copyOf(first, first.length + then.length);
    System.arraycopy(then, 0, all, first.length, then.length);
    return all;
  }

  /** Reads layers from the weights and multiplies each by the scale of its channels. */
  private record Reader(ModelWeights weights) {

    float[] filters(String name, int size, int in, int out, float[] bias) {
      float[] filters = weights.take(name + "/conv/filters", size, size, in, out);
      float[] own = weights.take(name + "/conv/bias", out);
      float[] scale = weights.take(name + "/scale/weights", out);
      float[] shift = weights.take(name + "/scale/biases", out);
      for (int i = 0; i < filters.length; i++) {
        filters[i] *= scale[i % out];
      }
      for (int m = 0; m < out; m++) {
        bias[m] = own[m] * scale[m] + shift[m];
      }
      return filters;
    }

    PlaneConvolution plane(String name, int size, int in, int out, int step, int before) {
      float[] bias = new float[out];
      return new PlaneConvolution(filters(name, size, in, out, bias), bias, size, in, step, before);
    }

    PixelConvolution pixel(String name, int in, int out, int from, int to, int step, int before) {
      float[] bias = new float[out];
      return new PixelConvolution(filters(name, 3, in, out, bias), bias, from, to, step, before);
    }

    PlaneConvolution[] planes(String name, int blocks, int channels) {
      PlaneConvolution[] all = new PlaneConvolution[2 * blocks];
      for (int i = 0; i < all.length; i++) {
        String layer = name + (i / 2 + 1) + "/conv" + (i % 2 + 1);
        all[i] = plane(layer, 3, channels, channels, 1, 1);
      }
      return all;
    }

    PixelConvolution[] pixels(
        String name, int blocks, int in, int out, int from, int inner, int to) {
      PixelConvolution[] all = new PixelConvolution[2 + 2 * blocks];
      all[0] = pixel(name + "down/conv1", in, out, from, inner, 2, 0);
      all[1] = pixel(name + "down/conv2", out, out, inner, inner, 1, 1);
      for (int i = 2; i < all.length; i++) {
        String layer = name + (i / 2) + "/conv" + (i % 2 + 1);
        all[i] = pixel(layer, out, out, to, to, 1, 1);
      }
      return all;
    }
  }

  /** The layers of a face in progress: about 3 MB. */
  static final class Scratch {
    private final Planes input = new Planes(3, SIZE, SIZE);
    private final Planes inputPhases = Phases.of(input);
    private final Planes entered = new Planes(32, 72, 72);
    private final Planes[] at35 = {new Planes(32, 35, 35), new Planes(32, 35, 35)};
    private final Planes phases35 = Phases.of(at35[0]);
    private final Planes[] at17 = {new Planes(64, 17, 17), new Planes(64, 17, 17)};
    private final Pixels from17 = new Pixels(17, 64);
    private final Pixels[] at8 = {new Pixels(8, 128), new Pixels(8, 128), new Pixels(8, 128)};
    private final Pixels[] at3 = {new Pixels(3, 256), new Pixels(3, 256)};
    private final Pixels[] at4 = {new Pixels(4, 256), new Pixels(4, 256), new Pixels(4, 256)};
    private final Pixels[] at1 = {new Pixels(1, 256), new Pixels(1, 256)};
    private final Pixels at2 = new Pixels(2, 256);
    private final Tile tile = new Tile(64);
  }

  float[] embed(Kernel kernel, Scratch s, float[] rgb) {
    enter(s, rgb);
    entry.apply(kernel, s.tile, s.inputPhases, s.entered, Activation.RECTIFIED);
    pool(s.entered, s.at35[0]);
    for (int i = 0; i < stage32.length; i += 2) {
      residual(kernel, s.tile, stage32[i], stage32[i + 1], s.at35);
    }
    Phases.split(s.at35[0], s.phases35);
    stage64[0].apply(kernel, s.tile, s.phases35, s.at17[1], Activation.RECTIFIED);
    average(s.phases35, s.at17[0]);
    stage64[1].applyAndAdd(kernel, s.tile, s.at17[1], s.at17[0], s.at17[0]);
    for (int i = 2; i < stage64.length; i += 2) {
      residual(kernel, s.tile, stage64[i], stage64[i + 1], s.at17);
    }
    s.from17.take(s.at17[0]);
    stage(kernel, stage128, s.from17, s.at8[1], s.at8[2], s.at8);
    stage(kernel, stage256, s.at8[0], s.at3[0], s.at3[1], s.at4);
    end[0].apply(kernel, s.at4[0], s.at1[0]);
    s.at1[0].rectify();
    end[1].apply(kernel, s.at1[0], s.at1[1]);
    s.at2.setToHalved(s.at4[0], s.at1[1]);
    return project(s.at2);
  }

  private static void enter(Scratch s, float[] rgb) {
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < SIZE; y++) {
        int to = s.input.row(y);
        int from = (c * SIZE + y) * SIZE;
        for (int x = 0; x < SIZE; x++) {
          s.input.data[c][to + x] = (rgb[from + x] - MEAN[c]) / 255;
        }
      }
    }
    Phases.split(s.input, s.inputPhases);
  }

  /** The maximum of each 3 x 3 pixels, with a stride of 2. */
  private static void pool(Planes from, Planes to) {
    float[] maxima = new float[from.stride];
    for (int c = 0; c < to.channels; c++) {
      float[] plane = from.data[c];
      for (int y = 0; y < to.height; y++) {
        int first = from.row(2 * y);
        for (int x = 0; x < maxima.length; x++) {
          int at = first + x;
          maxima[x] =
              Math.max(Math.max(plane[at], plane[at + from.stride]), plane[at + 2 * from.stride]);
        }
        int row = to.row(y);
        for (int x = 0; x < to.width; x++) {
          to.data[c][row + x] =
              Math.max(Math.max(maxima[2 * x], maxima[2 * x + 1]), maxima[2 * x + 2]);
        }
      }
    }
  }

  /** The mean of each 2 x 2 pixels; added channels are zero. */
  private static void average(Planes phases, Planes to) {
    for (int c = 0; c < to.channels; c++) {
      for (int y = 0; y < to.height; y++) {
        for (int x = 0; x < to.width; x++) {
          int at = phases.row(y) + x;
          int i = 4 * c;
          to.data[c][to.row(y) + x] =
              i >= phases.channels
                  ? 0
                  : (phases.data[i][at]
                          + phases.data[i + 1][at]
                          + phases.data[i + 2][at]
                          + phases.data[i + 3][at])
                      / 4;
        }
      }
    }
  }

  /** The result replaces the input: each pixel is written before it is read again. */
  private static void residual(
      Kernel kernel, Tile tile, PlaneConvolution first, PlaneConvolution second, Planes[] layers) {
    first.apply(kernel, tile, layers[0], layers[1], Activation.RECTIFIED);
    second.applyAndAdd(kernel, tile, layers[1], layers[0], layers[0]);
  }

  private static void stage(
      Kernel kernel,
      PixelConvolution[] layers,
      Pixels from,
      Pixels inner,
      Pixels sums,
      Pixels[] room) {
    layers[0].apply(kernel, from, inner);
    inner.rectify();
    layers[1].apply(kernel, inner, sums);
    room[0].setToHalved(from, sums);
    for (int i = 2; i < layers.length; i += 2) {
      layers[i].apply(kernel, room[0], room[1]);
      room[1].rectify();
      layers[i + 1].apply(kernel, room[1], room[2]);
      room[0].addAndRectify(room[2]);
    }
  }

  private float[] project(Pixels last) {
    float[] embedding = new float[DIMENSIONS];
    for (int c = 0; c < 256; c++) {
      float mean = (last.data[0][c] + last.data[1][c] + last.data[2][c] + last.data[3][c]) / 4;
      for (int i = 0; i < DIMENSIONS; i++) {
        embedding[i] += mean * matrix[c * DIMENSIONS + i];
      }
    }
    return embedding;
  }
}
