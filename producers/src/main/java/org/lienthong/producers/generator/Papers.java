package org.lienthong.producers.generator;

import java.util.ArrayList;
import java.util.List;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.Paper;

/** The papers that come with a dossier: digitised, reused from earlier dossiers, or plain. */
final class Papers {

    private static final List<String> NAMES = List.of(
            "Tờ khai theo mẫu",
            "Bản sao giấy tờ tùy thân",
            "Giấy tờ chứng minh nơi cư trú",
            "Bản vẽ, sơ đồ kèm theo",
            "Giấy tờ chứng minh quyền sử dụng đất");

    private Papers() {}

    static List<Paper> of(Opening opening, Dice dice) {
        boolean online = opening.channel() == Channel.ONLINE;
        int count = dice.between(1, NAMES.size());
        List<Paper> papers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean digitised = online || dice.chance(0.6);
            papers.add(new Paper("TP" + (i + 1), NAMES.get(i), digitised, digitised && i > 0 && dice.chance(0.25)));
        }
        return papers;
    }

    static List<Paper> supplement(Dice dice) {
        return List.of(new Paper(null, dice.oneOf(NAMES), dice.chance(0.7), false));
    }
}
