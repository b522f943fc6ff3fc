package io.minutebook.standalone.demo;

import java.util.List;

/** What customers of the demo call about, and what helps. Every text in Chinese and in English. */
record Trouble(String model, Text symptom, Text frequency, Text step, Text plan, Text difficulty, Text risk) {

    /** The same in both languages. */
    record Text(String zh, String en) {
        String in(boolean english) {
            return english ? en : zh;
        }
    }

    static final List<Trouble> ALL = List.of(
            new Trouble(
                    "Demo Gateway G2",
                    text("网关所有指示灯都不亮", "No light on the gateway at all"),
                    text("持续", "all the time"),
                    text("更换电源插座并按住复位键 10 秒", "Try another socket and hold the reset key for 10 seconds"),
                    text("更换电源适配器", "Replace the power adapter"),
                    text("现场没有同型号适配器", "No adapter of this type on site"),
                    text("断电期间门禁不可用", "Doors cannot be opened electrically while the power is off")),
            new Trouble(
                    "Demo Gateway G2",
                    text("每隔几分钟断网一次", "The network drops every few minutes"),
                    text("每 5 分钟左右", "about every 5 minutes"),
                    text("重启网关并检查网线", "Restart the gateway and check the cable"),
                    text("远程升级固件到 2.4", "Upgrade the firmware to 2.4 remotely"),
                    text("日志被覆盖，原因待查", "The log has been overwritten; the cause is not known yet"),
                    text("升级期间断网约 4 分钟", "The network is down for about 4 minutes during the upgrade")),
            new Trouble(
                    "Demo Display D5",
                    text("升级后屏幕闪烁", "The screen flickers since the update"),
                    text("开机后半小时内", "in the first half hour after start"),
                    text("关闭自动亮度后重启", "Switch automatic brightness off and restart"),
                    text("回退到上一版本并更换排线", "Go back to the version before and replace the ribbon cable"),
                    text("问题无法在实验室重现", "It cannot be reproduced in the laboratory"),
                    text("回退会清除本地设置", "Going back clears the local settings")),
            new Trouble(
                    "Demo Terminal T1",
                    text("打印机反复卡纸", "The printer jams again and again"),
                    text("每打印约 20 张", "about every 20 sheets"),
                    text("清洁进纸轮并更换纸卷", "Clean the feed roller and put in a new roll"),
                    text("上门更换进纸组件", "Replace the feed unit on site"),
                    text("备件要明天到", "The spare part arrives tomorrow"),
                    text("更换前请备份小票记录", "Back the receipts up before the replacement")),
            new Trouble(
                    "Demo Terminal T1",
                    text("提示登录失败，密码正确", "Sign-in fails although the password is right"),
                    text("今天早上开始", "since this morning"),
                    text("校准终端时间后重新登录", "Set the terminal's time and sign in again"),
                    text("重新签发终端证书", "Issue a new certificate for the terminal"),
                    text("证书服务由另一团队维护", "Another team runs the certificate service"),
                    text("签发期间不能交易", "No sales while the certificate is issued")),
            new Trouble(
                    "Demo Charger C7",
                    text("充电到一半自动停止", "Charging stops half-way"),
                    text("每次充电", "every time"),
                    text("检查插头温度并降低电流", "Check the plug's temperature and lower the current"),
                    text("更换充电枪线并复测", "Replace the charging cable and test again"),
                    text("需要电力部门配合停电", "The grid operator has to cut the power for it"),
                    text("高压危险，请勿自行拆开", "High voltage: do not open it yourself")));

    private static Text text(String zh, String en) {
        return new Text(zh, en);
    }
}
