package io.facelibrary.aliyun;

import io.facelibrary.AddFaces;
import io.facelibrary.AddFacesResult;
import io.facelibrary.AddPerson;
import io.facelibrary.Capabilities;
import io.facelibrary.Capability;
import io.facelibrary.DeleteFaces;
import io.facelibrary.DeleteFacesResult;
import io.facelibrary.FaceLibrary;
import io.facelibrary.GroupId;
import io.facelibrary.Operation;
import io.facelibrary.Page;
import io.facelibrary.PageRequest;
import io.facelibrary.Person;
import io.facelibrary.PersonId;
import io.facelibrary.QueryFaces;
import io.facelibrary.QueryFacesResult;
import io.facelibrary.Search;
import io.facelibrary.SearchResult;
import io.facelibrary.UnsupportedCapabilityException;
import io.facelibrary.UpdatePerson;
import io.facelibrary.aliyun.internal.transport.ConnectionSettings;
import java.util.Optional;
import java.util.Set;

/** The library: each operation is one or more calls of the service. */
final class GreenFaceLibrary implements FaceLibrary {
  private final GreenClient client;
  private final Uploads uploads;
  private final Capabilities capabilities;
  private final PersonCalls persons;
  private final FaceCalls faces;
  private final AddFacesCall addFaces;
  private final ListCalls lists;
  private final SearchCall search;

  GreenFaceLibrary(AliyunFaceLibrary.Builder builder, Endpoint endpoint) {
    ConnectionSettings connections = builder.connections();
    client = new GreenClient(endpoint, builder.credentials, connections);
    boolean canUpload = OssLibrary.isPresent();
    uploads = canUpload ? OssUploads.open(connections, client, endpoint) : new NoUploads();
    Capabilities.Builder offered =
        Capabilities.builder()
            .offers(
                Capability.IMAGE_URL,
                Capability.FACE_IMAGE_URL,
                Capability.SEARCH,
                Capability.SEARCH_MANY_GROUPS,
                Capability.LIST_GROUPS,
                Capability.LIST_PERSONS)
            .limits(GreenLimits.LIMITS)
            .searchDelay(builder.searchDelay);
    builder.similarityScale.ifPresent(offered::scale);
    if (canUpload) {
      offered.offers(Capability.IMAGE_BYTES);
    }
    capabilities = offered.build();
    ErrorInterpreter errors = new ErrorInterpreter(client);
    ImageSources sources = new ImageSources(uploads);
    lists = new ListCalls(client, new PageTokens(endpoint.hostAndPort()));
    persons = new PersonCalls(client, errors, new GroupQuotaCheck(lists));
    faces = new FaceCalls(client, errors);
    addFaces = new AddFacesCall(client, errors, faces, sources);
    search = new SearchCall(client, sources, lists, builder.rateScale);
  }

  @Override
  public AddFacesResult addFaces(AddFaces request) {
    return addFaces.add(request);
  }

  @Override
  public DeleteFacesResult deleteFaces(DeleteFaces request) {
    return faces.delete(request);
  }

  @Override
  public QueryFacesResult queryFaces(QueryFaces request) {
    return faces.query(request);
  }

  @Override
  public void addPerson(AddPerson request) {
    persons.add(request);
  }

  @Override
  public void updatePerson(UpdatePerson request) {
    persons.update(request);
  }

  @Override
  public Optional<Person> findPerson(PersonId person) {
    return persons.find(Operation.FIND_PERSON, person);
  }

  @Override
  public boolean deletePerson(PersonId person) {
    return persons.delete(person);
  }

  @Override
  public void joinGroups(PersonId person, Set<GroupId> groups) {
    persons.join(person, groups);
  }

  @Override
  public void leaveGroups(PersonId person, Set<GroupId> groups) {
    persons.leave(person, groups);
  }

  @Override
  public Page<GroupId> listGroups(PageRequest page) {
    return lists.groups(page);
  }

  @Override
  public Page<PersonId> listPersons(GroupId group, PageRequest page) {
    return lists.persons(group, page);
  }

  /** The service has no such list: persons in no group cannot be found. */
  @Override
  public Page<PersonId> listPersons(PageRequest page) {
    throw UnsupportedCapabilityException.of(Capability.LIST_ALL_PERSONS);
  }

  @Override
  public SearchResult search(Search request) {
    return search.search(request);
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public void close() {
    try (client) {
      uploads.close();
    }
  }
}
