import Formats

/// Every file below a folder, by its path within it.
struct FolderContents {
  let folder: String
  let files: [String]

  init(of folder: String) throws(Diagnostic) {
    self.folder = folder
    do throws(FileReader.Failure) {
      files = try FileReader.files(below: folder)
    } catch {
      throw Diagnostic(
        "CRP014", error.message, remedy: "correct it, or check its permissions", file: error.path)
    }
  }
}
