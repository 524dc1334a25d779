// LanguageTool's Arabic rules over files and folders, for peers.py: java -cp 'JARS/*' benchmarks/LanguageTool.java PATH...
// JARS is a folder with org.languagetool:language-ar and what it needs: mvn dependency:copy-dependencies -DoutputDirectory=JARS

import java.nio.file.Files;
import java.nio.file.Path;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;

public class LanguageTool {
    public static void main(String[] paths) throws Exception {
        var tool = new JLanguageTool(Languages.getLanguageForShortCode("ar"));
        for (String root : paths) {
            try (var files = Files.walk(Path.of(root))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                    for (var match : tool.check(Files.readString(file))) {
                        System.out.println(file + ":" + match.getFromPos() + ": " + match.getMessage());
                    }
                }
            }
        }
    }
}
