package io.facelibrary.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Persons and faces behind a server, put there over the wire, and the calls about them. */
final class StockedLibrary {
  static final String DELETE_FACES = "/green/sface/face/delete";
  static final String GET_FACES = "/green/sface/faces";
  static final String ADD_FACES = "/green/sface/face/add";
  static final int FACES_A_CALL = 20;

  private static final int CONNECTIONS = 16;

  private static final Pattern FACE = Pattern.compile("\"faceId\":\"?(\\d+)");
  private static final Pattern PERSON = Pattern.compile("\"personId\":\"p(\\d+)\"");

  private final Peer server;
  private final SignedRequests requests;
  private final int persons;
  private final List<List<String>> faces = new ArrayList<>();

  StockedLibrary(Peer server, SignedRequests requests, int persons) throws IOException {
    this.server = server;
    this.requests = requests;
    this.persons = persons;
    run(
        CONNECTIONS,
        persons,
        i ->
            requests.post(
                "/green/sface/person/add",
                "{\"personId\":\"p%d\",\"groupIds\":[\"g%d\"]}".formatted(i, i % 50)),
        answer -> {});
    for (int i = 0; i < persons; i++) {
      faces.add(List.of());
    }
  }

  /** Gives every person twenty faces more. */
  void addFaces() throws IOException {
    String urls =
        IntStream.range(0, FACES_A_CALL)
            .mapToObj("\"https://example.com/%d.jpg\""::formatted)
            .collect(Collectors.joining(","));
    run(
        CONNECTIONS,
        persons,
        i -> requests.post(ADD_FACES, "{\"personId\":\"p%d\",\"urls\":[%s]}".formatted(i, urls)),
        this::remember);
  }

  private void remember(Answer answer) {
    List<String> added = new ArrayList<>(FACES_A_CALL);
    Matcher face = FACE.matcher(answer.body());
    while (face.find()) {
      added.add(face.group(1));
    }
    Matcher person = PERSON.matcher(answer.body());
    if (added.size() != FACES_A_CALL || !person.find()) {
      throw new IllegalStateException("not added: " + answer.body());
    }
    faces.set(Integer.parseInt(person.group(1)), added);
  }

  /** The nth of ten calls a person that each delete two faces that are there. */
  byte[] deleteTwo(int n) {
    int person = n % persons;
    int first = n / persons * 2;
    List<String> of = faces.get(person);
    return requests.post(
        DELETE_FACES,
        "{\"personId\":\"p%d\",\"faceIds\":[\"%s\",\"%s\"]}"
            .formatted(person, of.get(first), of.get(first + 1)));
  }

  /** Returns the answer to a call. */
  String answer(IntFunction<byte[]> request, int n) throws IOException {
    StringBuilder body = new StringBuilder();
    run(1, 1, unused -> request.apply(n), answer -> body.append(answer.body()));
    return body.toString();
  }

  /** A call for all faces of a person. */
  byte[] getAll(int n) {
    return requests.post(GET_FACES, "{\"personId\":\"p%d\"}".formatted(n % persons));
  }

  /** Sends calls that must succeed. */
  void run(int connections, int count, IntFunction<byte[]> request) throws IOException {
    run(connections, count, request, answer -> {});
  }

  private void run(int atOnce, int count, IntFunction<byte[]> request, Consumer<Answer> answered)
      throws IOException {
    try (Connections connections = new Connections(server.uri(), atOnce)) {
      connections.run(
          count,
          request,
          answer -> {
            if (!answer.isGood()) {
              throw new IllegalStateException("refused: " + answer);
            }
            answered.accept(answer);
          });
    }
  }
}
