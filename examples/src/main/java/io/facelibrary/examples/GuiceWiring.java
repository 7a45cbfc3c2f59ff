package io.facelibrary.examples;

import com.google.inject.BindingAnnotation;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import io.facelibrary.AddPerson;
import io.facelibrary.FaceLibrary;
import io.facelibrary.PersonId;
import io.facelibrary.guice.FaceLibraryModule;
import jakarta.inject.Inject;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Injects two libraries, closes them with the program, and shows the error of a wrong setting. */
public final class GuiceWiring {
  private GuiceWiring() {}

  /** Marks the second library. */
  @BindingAnnotation
  @Retention(RetentionPolicy.RUNTIME)
  @interface Visitors {}

  /** The application, which depends on no provider and on no setting. */
  static final class FrontDoor {
    private final FaceLibrary staff;
    private final FaceLibrary visitors;

    @Inject
    FrontDoor(FaceLibrary staff, @Visitors FaceLibrary visitors) {
      this.staff = staff;
      this.visitors = visitors;
    }

    void employ(PersonId person) {
      staff.addPerson(AddPerson.of(person));
    }

    String pass(PersonId person) {
      if (staff.findPerson(person).isPresent()) {
        return "staff";
      }
      return visitors.findPerson(person).isPresent() ? "visitor" : "none";
    }
  }

  /**
   * Runs the program.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Map<String, String> staff = Map.of("provider", "inmemory");
    Map<String, String> visitors = Map.of("provider", "inmemory", "faces-per-person", "1");

    // Guice closes nothing, so this closes the libraries, even if creating the injector fails.
    List<FaceLibrary> opened = new ArrayList<>();
    try {
      Injector injector =
          Guice.createInjector(
              FaceLibraryModule.of(staff).closeWith(opened::add),
              FaceLibraryModule.of(visitors).annotatedWith(Visitors.class).closeWith(opened::add));

      FrontDoor door = injector.getInstance(FrontDoor.class);
      door.employ(PersonId.of("grace-hopper"));
      System.out.println("Pass of grace-hopper: " + door.pass(PersonId.of("grace-hopper")));
      System.out.println("Pass of eileen-collins: " + door.pass(PersonId.of("eileen-collins")));
    } finally {
      opened.forEach(FaceLibrary::close);
      System.out.println("Closed: " + opened.size() + " libraries");
    }

    try {
      Guice.createInjector(FaceLibraryModule.of(Map.of("provider", "cloud9")));
    } catch (CreationException e) {
      System.out.println("No injector: " + e.getCause());
    }
  }
}
