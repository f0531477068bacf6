// Names of emoji that the indexes of pymdownx know (emoji1_db.py, twemoji_db.py) beside those that GitHub gave out. A table of
// facts, nothing more. Those of flags, of people and of skins follow a pattern, and are not listed.

export const moreEmojiNames = `
admission_tickets airplane_arriving airplane_departure airplane_small anger_right archery atom back_of_hand bald
ballot_box_with_ballot basketball_player beach beach_with_umbrella bellhop biohazard_sign blond-haired_man
blond-haired_woman blue_circle bottle_with_popping_cork boxing_gloves briefs calendar_spiral call_me
camera_with_flash card_box cartwheel champagne_glass cheese_wedge city_dusk clinking_glass clock cloud_lightning
cloud_rain cloud_snow cloud_tornado cloud_with_tornado clown compression congo construction_site cooking couch
couplekiss_mm couplekiss_ww cowboy cricket_bat_ball cross cruise_ship curly_haired dagger_knife
derelict_house_building desktop dividers double_vertical_bar dove_of_peace drool drum_with_drumsticks eject
eject_symbol expecting_woman eye_in_speech_bubble face_palm face_vomiting face_with_cowboy_hat
face_with_hand_over_mouth face_with_monocle face_with_raised_eyebrow face_with_rolling_eyes
face_with_symbols_over_mouth fencer fencing film_frames fingers_crossed first_place first_place_medal flame flan
fleur-de-lis fork_and_knife_with_plate fork_knife_plate fox frame_photo frame_with_picture french_bread frowning2
gay_pride_flag glass_of_milk goal golfer grandma hammer_pick hand_splayed hand_with_index_and_middle_finger_crossed
handball head_bandage heart_exclamation heavy_heart_exclamation_mark_ornament helmet_with_cross
helmet_with_white_cross hockey homes hot_dog house_abandoned house_buildings hugging hugging_face island juggler
juggling karate_uniform kayak key2 keycap_asterisk kiwi kiwifruit left_facing_fist left_fist levitate liar lifter
linked_paperclips lion_face lower_left_ballpoint_pen lower_left_crayon lower_left_fountain_pen lower_left_paintbrush
male_dancer mantlepiece_clock map medal microphone2 military_medal milk mobile_phone money_mouth mother_christmas
motorbike motorboat mouse_three_button nerd newspaper2 next_track notepad_spiral octagonal_sign oil om_symbol paella
park peace pen_ballpoint pen_fountain piñata play_pause poo previous_track projector pudding race_car
racing_motorcycle radioactive_sign railroad_track raised_hand_with_part_between_middle_and_ring_fingers red_haired
reversed_hand_with_middle_finger_extended rhino right_facing_fist right_fist robot_face rolled_up_newspaper
rolling_eyes rolling_on_the_floor_laughing salad satellite_orbital saudi saudiarabia scales scooter second_place
second_place_medal shaking_hands shelled_peanut shibuya shopping_bags shopping_trolley sick sign_of_the_horns
skeleton skull_crossbones sleeping_accommodation sleuth_or_spy slight_frown slight_smile smiling_face_with_3_hearts
sneeze snow_capped_mountain snowman2 speaking_head_in_silhouette speech_left spiral_calendar_pad spiral_note_pad
sports_medal spy squeeze_bottle stuffed_pita t_rex table_tennis thermometer_face thinking_face third_place
third_place_medal three_button_mouse thumbdown thumbup thunder_cloud_and_rain thunder_cloud_rain timer tools
track_next track_previous u5272 u5408 u55b6 u6307 u6708 u6709 u7121 u7533 u7981 u7a7a umbrella2 umbrella_on_ground
unicorn_face upside_down urn vulcan waving_black_flag waving_white_flag weight_lifter whisky white_frowning_face
white_haired white_sun_behind_cloud white_sun_behind_cloud_with_rain white_sun_cloud white_sun_rain_cloud
white_sun_small_cloud white_sun_with_small_cloud wilted_rose wind_blowing_face womans_flat_shoe worship_symbol
wrestlers zipper_mouth ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq
br bs bt bv bw by bz ca cc cf cg ch ci ck cm co cp cr cu cv cw cx cy cz dg dj dk dm do dz ea ec ee eg eh er et fi fj
fk fm fo ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu ic ie il im in io iq ir is je jm jo
ke kg kh ki km kn kp kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu
mv mw mx my mz na nc ne nf ni nl no np nr nu nz pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs rw sb sc sd se
sg sh si sj sk sl sm sn so sr ss st sv sx sy sz ta tc td tf tg th tj tk tl tn to tt tw tz ua ug um uy uz va vc ve vg
vi vn vu wf ws xk ye yt za zm zw
`;
