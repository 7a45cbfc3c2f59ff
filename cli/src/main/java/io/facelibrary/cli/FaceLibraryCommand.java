package io.facelibrary.cli;

import picocli.CommandLine.Command;

/** The root command. It does nothing without a subcommand. */
@Command(
    name = "face-library",
    description = "Store, search and delete the faces of known persons, with any provider.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%nSettings:%n",
    footer = {
      "Options (--provider, --set), environment variables and a settings file choose the library. The"
          + " variable FACE_LIBRARY_PROVIDER names the provider, and FACE_LIBRARY_ID_LENGTH is the"
          + " setting id-length. The file has the same names: provider=..., id-length=...",
      "Options override variables, and variables override the file. A source that names a"
          + " provider other than the chosen one is ignored.",
      "Secrets are read from variables, from the settings file or from the terminal (--ask). They are"
          + " refused on the command line."
    })
final class FaceLibraryCommand {}
