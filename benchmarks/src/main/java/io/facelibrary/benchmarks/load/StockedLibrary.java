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

/** The persons and faces of a server, added over the wire, and calls on them. */
final class StockedLibrary {
  static final String DELETE_FACES = "/green/sface/face/delete";
  static final String GET_FACES = "/green/sface/faces";
  static final String ADD_FACES = "/green/sface/face/add";
  static final int FACES_PER_CALL = 20;

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
        response -> {});
    for (int i = 0; i < persons; i++) {
      faces.add(List.of());
    }
  }

  /** Adds twenty faces to every person. */
  void addFaces() throws IOException {
    String urls =
        IntStream.range(0, FACES_PER_CALL)
            .mapToObj("\"https://example.com/%d.jpg\""::formatted)
            .collect(Collectors.joining(","));
    run(
        CONNECTIONS,
        persons,
        i -> requests.post(ADD_FACES, "{\"personId\":\"p%d\",\"urls\":[%s]}".formatted(i, urls)),
        this::remember);
  }

  private void remember(Response response) {
    List<String> added = new ArrayList<>(FACES_PER_CALL);
    Matcher face = FACE.matcher(response.body());
    while (face.find()) {
      added.add(face.group(1));
    }
    Matcher person = PERSON.matcher(response.body());
    if (added.size() != FACES_PER_CALL || !person.find()) {
      throw new IllegalStateException("not added: " + response.body());
    }
    faces.set(Integer.parseInt(person.group(1)), added);
  }

  /** Returns the nth of ten calls for each person. Each deletes two existing faces. */
  byte[] deleteTwo(int n) {
    int person = n % persons;
    int first = n / persons * 2;
    List<String> of = faces.get(person);
    return requests.post(
        DELETE_FACES,
        "{\"personId\":\"p%d\",\"faceIds\":[\"%s\",\"%s\"]}"
            .formatted(person, of.get(first), of.get(first + 1)));
  }

  /** Sends a call and returns the body of the response. */
  String response(IntFunction<byte[]> request, int n) throws IOException {
    StringBuilder body = new StringBuilder();
    run(1, 1, unused -> request.apply(n), response -> body.append(response.body()));
    return body.toString();
  }

  /** Returns a call that queries all faces of a person. */
  byte[] getAll(int n) {
    return requests.post(GET_FACES, "{\"personId\":\"p%d\"}".formatted(n % persons));
  }

  /** Sends calls, which must succeed. */
  void run(int connections, int count, IntFunction<byte[]> request) throws IOException {
    run(connections, count, request, response -> {});
  }

  private void run(
      int openConnections, int count, IntFunction<byte[]> request, Consumer<Response> onResponse)
      throws IOException {
    try (Connections connections = new Connections(server.uri(), openConnections)) {
      connections.run(
          count,
          request,
          response -> {
            if (!response.isGood()) {
              throw new IllegalStateException("rejected: " + response);
            }
            onResponse.accept(response);
          });
    }
  }
}
